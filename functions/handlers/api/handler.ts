import { apiRuntime } from '../../runtime.ts';
import { guarded } from '../guarded.ts';
import { answerRequest } from './answer-request.ts';

/** The HTTP API: one function, one route table. */
export const handler = guarded('api', async (event: unknown) => answerRequest(await apiRuntime(), event));
