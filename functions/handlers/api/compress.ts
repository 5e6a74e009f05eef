import { gzippedBase64 } from '../../adapters/gzip.ts';
import { type HttpEvent, type HttpResponse, headerOf } from './event.ts';

// Below this the header costs more than it saves.
const LEAST_BYTES = 4 * 1024;

/**
 * The answer packed, where its reader takes that and it is worth it. The function packs it itself: unpacked, a large
 * answer is more than a function may give back, and the gateway packs nothing.
 */
export function compressed(response: HttpResponse, event: HttpEvent): HttpResponse {
  const { body, headers } = response;
  if (body.length < LEAST_BYTES || !takesGzip(headerOf(event, 'accept-encoding'))) return response;
  return {
    ...response,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzippedBase64(body),
    isBase64Encoded: true,
  };
}

/** RFC 9110, 12.5.3: named, or everything, and not with a weight of 0. */
function takesGzip(acceptEncoding: string | null): boolean {
  const offers = (acceptEncoding ?? '').split(',').map((offer) => offer.trim().toLowerCase().split(';'));
  const named =
    offers.find(([coding]) => coding?.trim() === 'gzip') ?? offers.find(([coding]) => coding?.trim() === '*');
  return named !== undefined && !/^\s*q=0(\.0*)?\s*$/.test(named[1] ?? '');
}
