/**
 * CloudFront Function on viewer requests (cloudfront-js-2.0): addresses of screens have no dot and are all the one
 * page. `fileOf` in infra/web-headers.ts is the same rule for the local gateway; a test holds both to it.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  if (!request.uri.slice(request.uri.lastIndexOf('/')).includes('.')) request.uri = '/index.html';
  return request;
}
