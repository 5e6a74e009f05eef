import { describe, expect, test } from 'vitest';
import {
  checkSeen,
  type DocumentCheck,
  nextOfCheck,
} from '../../../functions/core/documents/intake/check.ts';
import { judgeFindings, type PdfFindings } from '../../../functions/core/documents/intake/findings.ts';
import { REFUSAL_REASONS, refusalInWords } from '../../../functions/core/documents/intake/refusal.ts';

const about = {
  denialId: `${'a'.repeat(32)}-0001`,
  sha256: 'b'.repeat(64),
  uploadVersionId: 'v1',
  since: '2026-11-10T12:00:00.000Z',
};
const checking: DocumentCheck = { state: 'checking', ...about };
const putOff: DocumentCheck = { state: 'put_off', ...about };
const refused: DocumentCheck = { state: 'refused', ...about, checkedAt: about.since, reason: 'tiff' };
const accepted: DocumentCheck = {
  state: 'accepted',
  ...about,
  checkedAt: about.since,
  byteLength: 9,
  mediaType: 'application/pdf',
  clean: {
    objectKey: 'examined/x.pdf',
    objectVersionId: 'v9',
    sha256: 'c'.repeat(64),
    byteLength: 9,
    pageCount: 2,
    removed: [],
  },
};
const at = (seconds: number) => new Date(Date.parse(about.since) + seconds * 1000).toISOString();

describe('a message about an upload', () => {
  test.each([
    ['of which nothing is known is checked', null, 'v1', 1, 'check'],
    ['that was put off is checked', putOff, 'v1', 1, 'check'],
    ['that was refused is settled', refused, 'v1', 9_999, 'settled'],
    ['that was accepted is settled', accepted, 'v1', 9_999, 'settled'],
    ['that another one is at is left to it', checking, 'v1', 30, 'under_way'],
    ['at which another one ended without a word is not tried again', checking, 'v1', 31, 'broke_off'],
    ['that came after a refused one is checked', refused, 'v2', 1, 'check'],
    ['that came after one that ended without a word is checked', checking, 'v2', 31, 'check'],
    ['under a hash that was accepted before is settled', accepted, 'v2', 1, 'settled'],
  ] as const)('%s', (_what, earlier, version, seconds, next) => {
    expect(nextOfCheck(earlier, version, at(seconds))).toBe(next);
  });
});

describe('what a person sees', () => {
  test.each([
    ['nothing was uploaded', accepted, null, 1, 'not_uploaded'],
    ['it was not looked at yet', null, 'v1', 1, 'checking'],
    ['it is being looked at', checking, 'v1', 900, 'checking'],
    ['it is to be tried again', putOff, 'v1', 900, 'checking'],
    ['nobody looks at it any more', putOff, 'v1', 901, 'not_checked'],
    ['it was refused', refused, 'v1', 9_999, 'refused'],
    ['another one came after the refused one', refused, 'v2', 1, 'checking'],
    ['it was accepted', accepted, 'v1', 9_999, 'accepted'],
    ['others were put under its hash since', accepted, 'v2', 1, 'accepted'],
  ] as const)('where %s', (_what, check, version, seconds, state) => {
    expect(checkSeen(check, version, at(seconds)).state).toBe(state);
  });
});

const nothing: PdfFindings = {
  pageCount: 1,
  scripts: 0,
  launches: 0,
  ownActions: 0,
  hasXfa: false,
  hiddenLayers: 0,
  embeddedFiles: 0,
  links: 0,
  comments: 0,
  formFields: 0,
  signatures: 0,
  media: 0,
  hasBookmarks: false,
};

test('what a PDF would do is told before what it lacks', () => {
  expect(judgeFindings({ ...nothing, pageCount: null, launches: 1, scripts: 1 })).toEqual({
    kind: 'refused',
    reason: 'starts_programs',
  });
});

test('what is taken off is told in words, each kind once', () => {
  const busy = { embeddedFiles: 1, links: 4, signatures: 1, media: 2 };
  expect(judgeFindings({ ...nothing, ...busy })).toEqual({
    kind: 'accepted',
    pageCount: 1,
    removed: [
      'an attached file',
      'links',
      'the electronic signature (its picture on the page stays)',
      'film or sound',
    ],
  });
});

test.each(REFUSAL_REASONS)('the reason %s says why, and what to do', (reason) => {
  const { why, remedy } = refusalInWords(reason);
  expect(why).toMatch(/^[A-Z].*\.$/);
  expect(remedy).toMatch(/^[A-Z].*\.$/);
});
