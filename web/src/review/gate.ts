import type { Denial } from '../denial/denial.ts';

/** Where on the page a thing is mended. */
export type Place = 'passages' | 'documents' | 'statements' | 'pages' | 'changes';

/** One thing that must hold before the packet may be approved. */
export interface GateItem {
  readonly id: string;
  readonly says: string;
  readonly holds: boolean;
  /** Worth a look, and no hindrance: only a person knows. */
  readonly note?: true;
  /** Null where only waiting helps. */
  readonly at: Place | null;
  /** A required document that is missing: it is attached, or somebody says why the letter goes without it. */
  readonly document?: string;
}

export interface Looked {
  /** Null while the packet is not open. */
  readonly pagesLeft: number | null;
  /** Facts that a biller added and whose source does not go along. */
  readonly unsourced: number;
  /** What is another now than when the letter was made, or was made anew by somebody else. */
  readonly changes: readonly string[];
  /** Text that was typed and is not saved, or whose saving failed. */
  readonly isUnsaved: boolean;
}

/** Required documents have items of their own, which know more than the sentence. */
const isOfDocument = (missing: string) => missing.startsWith('DOCUMENT (');
const OF_ENCLOSURES = /^(ENCLOSURE|PACKET|FORM) /;

/**
 * Everything that stands between this packet and its approval, in the order in which a biller works it off. The server
 * checks all but the reading again.
 */
export function gateOf(denial: Denial, looked: Looked): readonly GateItem[] {
  const { candidate, actions, state } = denial;
  if (candidate === null) {
    return [{ id: 'letter', says: 'There is no letter yet.', holds: false, at: null }];
  }
  const approve = actions.find(({ id }) => id === 'approve_appeal');
  return [
    ...changed(looked),
    ...complete(candidate.missing.filter((missing) => !isOfDocument(missing))),
    ...documents(candidate.requiredDocuments),
    statements(looked),
    pages(looked),
    {
      id: 'person',
      says: 'Only you can tell: right patient, legible, no restricted records (42 CFR Part 2, psychotherapy notes)',
      holds: true,
      note: true,
      at: 'documents',
    },
    {
      id: 'allowed',
      says: approve?.allowed === true ? 'You may approve it' : (approve?.reason ?? `Not in state ${state}`),
      holds: approve?.allowed === true,
      at: null,
    },
  ];
}

export function isOpenFor(gate: readonly GateItem[]): boolean {
  return gate.every(({ holds }) => holds);
}

function changed({ changes, isUnsaved }: Looked): readonly GateItem[] {
  return [
    ...(changes.length === 0
      ? []
      : [
          {
            id: 'changed',
            says: `Content changed since you opened it: ${changes.join('; ')}`,
            holds: false,
            at: 'changes',
          } as const,
        ]),
    ...(isUnsaved
      ? [
          {
            id: 'unsaved',
            says: 'What you typed is not in the letter yet',
            holds: false,
            at: 'passages',
          } as const,
        ]
      : []),
  ];
}

function complete(missing: readonly string[]): readonly GateItem[] {
  if (missing.length === 0) {
    return [
      { id: 'complete', says: 'Nothing is missing in the letter', holds: true, at: 'passages' },
      { id: 'channel', says: 'It keeps the limits of its channel', holds: true, at: 'pages' },
    ];
  }
  return missing.map((each) => ({
    id: `missing ${each}`,
    says: each,
    holds: false,
    at: OF_ENCLOSURES.test(each) ? 'documents' : 'passages',
  }));
}

function documents(required: NonNullable<Denial['candidate']>['requiredDocuments']): readonly GateItem[] {
  const settled = required.filter(({ state }) => state !== 'missing').length;
  const count: GateItem = {
    id: 'documents',
    says:
      required.length === 0
        ? 'No document is required'
        : `Required documents ${settled} of ${required.length}`,
    holds: settled === required.length,
    at: 'documents',
  };
  return [
    count,
    ...required.flatMap(({ document, state, reason }): readonly GateItem[] => {
      if (state === 'missing') {
        return [
          {
            id: `document ${document}`,
            says: `Not attached: ${document}`,
            holds: false,
            at: 'documents',
            document,
          },
        ];
      }
      if (state === 'enclosed') return [];
      return [
        {
          id: `without ${document}`,
          says: `Goes without: ${document}. ${reason}`,
          holds: true,
          note: true,
          at: 'documents',
          document,
        },
      ];
    }),
  ];
}

function statements({ unsourced }: Looked): GateItem {
  return {
    id: 'statements',
    says:
      unsourced === 0
        ? 'Every fact that was added has a source'
        : `${unsourced} ${unsourced === 1 ? 'statement has' : 'statements have'} no source`,
    holds: unsourced === 0,
    at: 'statements',
  };
}

function pages({ pagesLeft }: Looked): GateItem {
  return {
    id: 'pages',
    says:
      pagesLeft === null
        ? 'The packet is not open yet'
        : pagesLeft === 0
          ? 'Every page was on screen'
          : `${pagesLeft} ${pagesLeft === 1 ? 'page was' : 'pages were'} not on screen yet`,
    holds: pagesLeft === 0,
    at: 'pages',
  };
}
