import httpSecurityHeaders from '@middy/http-security-headers';
import { apiRuntime } from '../../runtime.ts';
import { guarded } from '../guarded.ts';
import { answerRequest } from './answer-request.ts';

/** The HTTP API: one function, one route table. */
export const handler = guarded('api', async (event: unknown) => answerRequest(await apiRuntime(), event), [
  httpSecurityHeaders({
    contentSecurityPolicy: { 'default-src': "'none'", 'frame-ancestors': "'none'", 'report-to': '' },
    // No page of ours is answered here; the header would be longer than most answers.
    permissionsPolicy: false,
  }),
]);
