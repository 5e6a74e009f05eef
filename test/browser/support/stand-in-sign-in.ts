import { createServer, type Server } from 'node:http';

const A_DAY_SECONDS = 86_400;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ID_TOKEN = `${encoded({ alg: 'none' })}.${encoded({ sub: 'anybody', aud: 'none', iat: 1, exp: 9_999_999_999 })}.none`;

/** Sign-in pages that let everybody in at once, for what is not about signing in: code, then a token for a day. */
export function standInSignIn(): Server {
  return createServer((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://sign-in.test');
    if (pathname === '/oauth2/authorize') {
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({
        code: 'any',
        state: searchParams.get('state') ?? '',
      }).toString();
      outgoing.writeHead(302, { location: back.href, 'cache-control': 'no-store' }).end();
      return;
    }
    outgoing.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cache-control': 'no-store',
    });
    const token = {
      access_token: 'any',
      id_token: ID_TOKEN,
      token_type: 'Bearer',
      expires_in: A_DAY_SECONDS,
    };
    outgoing.end(JSON.stringify(token));
  });
}
