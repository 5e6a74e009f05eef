import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { AppConfig } from './app-config.ts';

/** Where a sign-in comes back to; registered with the client. */
export const SIGNED_IN_PATH = '/signed-in';

/**
 * Signing in and out by the pages of the user pool: authorization code with PKCE (RFC 7636). Tokens are held in memory
 * alone; what survives the trip to the pages is the verifier and the path to come back to.
 */
export class SignIns {
  readonly #manager: UserManager;
  readonly #signOutAddress: string;

  constructor({ signInPages, clientId }: AppConfig, origin: string) {
    const at = (path: string) => new URL(path, signInPages).href;
    this.#manager = new UserManager({
      authority: signInPages,
      metadata: {
        issuer: signInPages,
        authorization_endpoint: at('/oauth2/authorize'),
        token_endpoint: at('/oauth2/token'),
        end_session_endpoint: at('/logout'),
      },
      client_id: clientId,
      redirect_uri: `${origin}${SIGNED_IN_PATH}`,
      scope: 'openid profile',
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: window.sessionStorage, prefix: 'sign-in.' }),
      automaticSilentRenew: true,
      // The user pool's user-info address would be one more place that knows who looked.
      loadUserInfo: false,
    });
    const address = new URL('/logout', signInPages);
    address.search = new URLSearchParams({ client_id: clientId, logout_uri: `${origin}/` }).toString();
    this.#signOutAddress = address.href;
  }

  /** Leaves for the sign-in pages. */
  async begin(returnTo: string): Promise<void> {
    await this.#manager.signinRedirect({ state: { returnTo } });
  }

  /** Ends what `begin` began; the path to go on from, or null where the trip was not one of ours. */
  async finish(): Promise<string | null> {
    try {
      const user = await this.#manager.signinCallback();
      return returnToOf(user?.state);
    } catch {
      return null;
    }
  }

  /** The access token, or null of somebody who is not signed in. */
  async accessToken(): Promise<string | null> {
    const user = await this.#manager.getUser();
    if (user === null) return null;
    if (user.expired !== true) return user.access_token;
    const renewed = await this.#manager.signinSilent().catch(() => null);
    return renewed?.access_token ?? null;
  }

  /** Forgets the tokens; the pages still know the person. */
  async lock(): Promise<void> {
    await this.#manager.removeUser();
  }

  /** Forgets the tokens and ends the session of the pages. */
  async signOut(): Promise<void> {
    await this.#manager.revokeTokens().catch(() => {});
    await this.#manager.removeUser();
    window.location.replace(this.#signOutAddress);
  }
}

/** Only a path of this app: an address from elsewhere would lead people away with the trust of a fresh sign-in. */
function returnToOf(state: unknown): string {
  const asked =
    typeof state === 'object' && state !== null && 'returnTo' in state && typeof state.returnTo === 'string'
      ? state.returnTo
      : '/today';
  return /^\/(?![/\\])/.test(asked) && !asked.startsWith(SIGNED_IN_PATH) ? asked : '/today';
}
