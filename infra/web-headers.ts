/** Where pages of the app may connect to besides their own origin. */
export interface WebOrigins {
  /** Origin of the sign-in pages: codes are exchanged for tokens there. */
  readonly signInPages: string;
  /** Origins of the buckets that take uploads (ADR-0023). */
  readonly uploads: readonly string[];
}

/**
 * What a page of the app may load and do. Nothing inline, nothing from elsewhere: a patient's name that looks like
 * markup stays text, and a script that gets in has nowhere to send what it sees. Letters are drawn by the app itself
 * from bytes in memory, so that nothing has to be framed.
 */
export function contentSecurityPolicy({ signInPages, uploads }: WebOrigins): string {
  const connections = [...new Set(["'self'", signInPages, ...uploads])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The component library and the reader of PDFs draw small pictures from data URLs.
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** HSTS for a year, host names below included; only where the app is served by TLS. */
export const STRICT_TRANSPORT_SECONDS = 31_536_000;

const NOT_ASKED_FOR = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/**
 * The headers of every file of the app, by CloudFront and by the local gateway alike. HSTS is not among them: on
 * loopback it would lock the name localhost to TLS for every other program.
 */
export function webHeaders(origins: WebOrigins): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(origins),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': NOT_ASKED_FOR.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // For browsers that do not know frame-ancestors.
    'x-frame-options': 'DENY',
  };
}

/** Below it every file has the hash of its content in its name, and a new content is a new file. */
export const HASHED_FILES = 'assets';
export const CACHED_FOR_EVER = 'public, max-age=31536000, immutable';
/** The page names the files of one release, and config.json one deployment: neither may be old. */
export const NEVER_CACHED = 'no-store';

/**
 * The file behind a path of the app: addresses of screens have no dot and are all the one page.
 *
 * @param path as in the request, without its query
 * @example fileOf('/denials/0f3a-12') // '/index.html'
 * @example fileOf('/assets/index-4f2c.js') // '/assets/index-4f2c.js'
 */
export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/')).includes('.') ? path : '/index.html';
}
