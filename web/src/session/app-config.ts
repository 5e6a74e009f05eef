/** Where people of this deployment sign in. Written by the deployment, read once. */
export interface AppConfig {
  /** Origin of the sign-in pages. */
  readonly signInPages: string;
  readonly clientId: string;
}

/** @throws Error when the deployment is not complete: there is no app without it. */
export async function readAppConfig(): Promise<AppConfig> {
  const answer = await fetch('/config.json', { cache: 'no-store' });
  const config: unknown = answer.ok ? await answer.json() : null;
  if (isAppConfig(config)) return config;
  throw new Error(`/config.json does not name the sign-in pages (${answer.status})`);
}

function isAppConfig(value: unknown): value is AppConfig {
  return (
    typeof value === 'object' &&
    value !== null &&
    'signInPages' in value &&
    typeof value.signInPages === 'string' &&
    'clientId' in value &&
    typeof value.clientId === 'string'
  );
}
