import { describe, expect, test } from 'vitest';
import { answersOf, neverReached } from '../../api-document/reached.ts';

const document = { paths: { '/api/me': { get: {} } } };
const told = (...statuses: readonly number[]) =>
  answersOf(
    JSON.stringify({
      ScenarioFinished: {
        recorder: {
          label: 'GET /api/me',
          interactions: Object.fromEntries(
            statuses.map((status_code, at) => [at, { response: { status_code } }]),
          ),
        },
      },
    }),
  );

describe('a run of the document against the system', () => {
  test('counts where an operation answered, and turned away who has no token', () => {
    expect(neverReached(document, [told(200), told(401)])).toEqual([]);
  });
  test.each([
    ['nothing was tried', [], 'GET /api/me was not tried'],
    ['nobody came without a token', [told(200)], 'GET /api/me was not tried without a token'],
    ['only refusals came', [told(401, 403), told(404)], 'GET /api/me only ever turned requests away'],
  ])('does not count where %s', (_, runs, sentence) => {
    expect(neverReached(document, runs)).toEqual([sentence]);
  });
});
