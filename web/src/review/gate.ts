import type { Denial } from '../denial/denial.ts';

/** One thing that must hold before the packet may be approved. */
export interface GateItem {
  readonly id: string;
  readonly says: string;
  readonly holds: boolean;
  /** Worth a look, and no hindrance: whether a document is needed here only a person knows (ADR-0034). */
  readonly note?: true;
  /** Where on the page it is mended; null where only reading or waiting helps. */
  readonly at: 'passages' | 'documents' | 'pages' | null;
}

/**
 * Everything that stands between this packet and its approval, in the order in which a biller works it off. The server
 * checks all but the reading again.
 */
export function gateOf(
  { candidate, actions, state }: Denial,
  pagesLeft: number | null,
  missingDocuments: readonly string[],
): readonly GateItem[] {
  if (candidate === null) {
    return [{ id: 'letter', says: 'There is no letter yet.', holds: false, at: null }];
  }
  const approve = actions.find(({ id }) => id === 'approve_appeal');
  const open = candidate.missing.map(
    (missing): GateItem => ({ id: `missing ${missing}`, says: missing, holds: false, at: 'passages' }),
  );
  const documents = missingDocuments.map(
    (document): GateItem => ({
      id: `document ${document}`,
      says: `Not attached: ${document}`,
      holds: true,
      note: true,
      at: 'documents',
    }),
  );
  const pages: GateItem = {
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
  const allowed: GateItem = {
    id: 'allowed',
    says: approve?.allowed === true ? 'You may approve it' : (approve?.reason ?? `Not in state ${state}`),
    holds: approve?.allowed === true,
    at: null,
  };
  return [
    ...(open.length === 0
      ? [{ id: 'complete', says: 'Nothing is missing in the letter', holds: true, at: null } as const]
      : open),
    ...(documents.length === 0
      ? [
          {
            id: 'documents',
            says: 'Every document that is asked for is attached',
            holds: true,
            at: null,
          } as const,
        ]
      : documents),
    pages,
    allowed,
  ];
}

export function isOpenFor(gate: readonly GateItem[]): boolean {
  return gate.every(({ holds }) => holds);
}
