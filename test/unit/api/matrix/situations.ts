import type { Deadline } from '../../../../functions/core/deadline/deadline.ts';
import type { DeliverySetting } from '../../../../functions/core/delivery/setting.ts';
import type { Denial } from '../../../../functions/core/denial/denial.ts';
import type { DocumentRequest } from '../../../../functions/core/documents/request.ts';
import { approveAppeal } from '../../../../functions/use-cases/approve-appeal.ts';
import { confirmCorrection } from '../../../../functions/use-cases/confirm-correction.ts';
import { confirmWriteOff } from '../../../../functions/use-cases/confirm-write-off.ts';
import { decideWriteOff } from '../../../../functions/use-cases/decide-write-off.ts';
import { proposeCorrection } from '../../../../functions/use-cases/propose-correction.ts';
import { recordAnswer } from '../../../../functions/use-cases/record-answer.ts';
import { type AppealSystem, biller, supervisor } from '../../../fixtures/appeal-system.ts';
import { type ClaimSpec, deniedClaim, remittanceFile } from '../../../fixtures/remittance-file.ts';
import { sentCorrection } from '../../../fixtures/sent-correction.ts';

/** CLP01 of the one claim: whoever may not see the denial never reads it. */
export const CLAIM_ID = 'SENTINEL-CLAIM';

const APPEAL = deniedClaim(CLAIM_ID);
const CORRECTION: ClaimSpec = { ...APPEAL, adjustments: [['CO', '16', 12_500]] };
const PATIENTS: ClaimSpec = { ...APPEAL, adjustments: [['PR', '16', 12_500]] };
const WRITE_OFF: ClaimSpec = { ...APPEAL, adjustments: [['CO', '96', 12_500]] };

export const GIVEN_UP = {
  reasonCode: 'small_balance',
  reason: 'Too small to fight for.',
  acknowledgedClocks: ['commercial.member_appeal'],
} as const;

/** A document that the surgeons are to bring. */
const ASKED: DocumentRequest = {
  number: 1,
  document: 'The operative report',
  holder: { name: 'Surgery', email: null },
  dueOn: '2026-11-20',
  state: 'open',
  askedBy: 'biller',
  askedAt: '2026-11-10T12:00:00.000Z',
  settledBy: null,
  settledAt: null,
  reminded: null,
};

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });

/** The system holds no denial yet; each brings its one to where it says. */
type Bring = (system: AppealSystem) => Promise<unknown>;

const needsReview =
  (patch: Parameters<AppealSystem['rewrite']>[1]): Bring =>
  async (system) =>
    system.rewrite(await system.routed(CORRECTION), { state: 'needs_review', ...patch });

const readyToApprove: Bring = (system) => system.readyToApprove(APPEAL);

const held: Bring = async (system) => {
  await readyToApprove(system);
  const denial = system.only();
  const candidateSha256 = denial.candidate?.sha256 ?? '';
  await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
};

const holdOver: Bring = async (system) => {
  await held(system);
  system.clock.advanceSeconds(31);
};

const delivered: Bring = async (system) => {
  await holdOver(system);
  await system.runDeliver(system.only());
  // Delivered, it waits for the payer only after the step that follows.
  await system.runDeliver(system.only());
};

/** Approved for a channel that ends with a person. */
const byHand =
  (delivery: DeliverySetting): Bring =>
  async (system) => {
    const { organisation } = system;
    const payers = organisation.payers.map((payer) => ({ ...payer, delivery }));
    system.organisation = { ...organisation, payers };
    await holdOver(system);
    await system.runDeliver(system.only());
  };

const givenUp: Bring = async (system) => {
  const denial = await system.routed(WRITE_OFF);
  await confirmWriteOff(system.ports, { ...by(denial), ...GIVEN_UP });
};

/** One unit more than was billed, in the claim's only line. */
export const PAYS_MORE = {
  changes: [{ field: 'units', line: 1, after: '2' }],
  recordCitation: 'Visit note, page 2.',
};

const proposed: Bring = async (system) => {
  await proposeCorrection(system.ports, { ...by(await system.routed(CORRECTION)), ...PAYS_MORE });
};

/** Every state of the lifecycle, apart where what may be done differs within one. */
export const SITUATIONS = {
  'needs review': needsReview({ route: 'review' }),
  'needs review: bill another payer': needsReview({ route: 'bill_other_payer' }),
  'needs review: the patient, by a person': needsReview({ route: 'patient_responsibility' }),
  'needs review: the patient, by the codes': async (system) => {
    const { decision } = await system.routed(PATIENTS);
    const route = 'patient_responsibility';
    await system.rewrite(system.only(), {
      state: 'needs_review',
      route,
      decision: { ...decision, route, category: 'non_covered' },
    });
  },
  'needs review: write-off': (system) => system.routed(WRITE_OFF),
  'needs review: answered': async (system) => {
    await delivered(system);
    const answer = { decision: 'upheld', decidedOn: '2026-11-10', channel: 'letter' } as const;
    const request = { ...by(system.only()), ...answer, reference: 'L-1', wantedBy: null, note: null };
    await recordAnswer(system.ports, request);
  },
  'needs review: to be filed': needsReview({ route: 'appeal' }),
  'needs review: a talk is offered': async (system) => {
    const { deadlines } = await system.routed(CORRECTION);
    const talk = { ...(deadlines[0] as Deadline), kind: 'peer_to_peer', governs: false } as const;
    await system.rewrite(system.only(), {
      state: 'needs_review',
      route: 'review',
      deadlines: [...deadlines, talk],
    });
  },
  'needs review: past its last day': async (system) => {
    const { deadlines } = await system.routed(CORRECTION);
    await system.rewrite(system.only(), {
      state: 'needs_review',
      route: 'review',
      lastReminder: 'past_last_day',
      deadlines: deadlines.map((clock) => ({ ...clock, lastDay: '2026-11-05' })),
    });
  },
  'needs review: to be mailed': byHand({ channel: 'print_and_mail', printRoom: 'main' }),
  'needs review: to be submitted in a portal': byHand({ channel: 'portal' }),
  'needs review: history': async (system) => {
    await system.drop(remittanceFile([{ claims: [APPEAL] }]), 'history/before-2026-11-03/old.835');
  },
  'needs review: follow-up': needsReview({ followUp: { type: 'recoupment', dueOn: null } }),
  correcting: (system) => system.routed(CORRECTION),
  'correcting: to be sent tomorrow': async (system) =>
    system.rewrite(await system.routed(CORRECTION), { sendBy: '2026-11-11' }),
  'collecting documents': async (system) =>
    system.rewrite(await system.routed(CORRECTION), {
      state: 'collecting_documents',
      route: 'documentation',
      documentRequests: [ASKED],
    }),
  'drafting: no letter yet': (system) => system.routed(APPEAL),
  drafting: (system) => system.drafted(APPEAL),
  'ready to approve': readyToApprove,
  held,
  'held: the hold is over': holdOver,
  'awaiting second person': givenUp,
  'awaiting second person: a correction': proposed,
  sent: async (system) => {
    await holdOver(system);
    await system.rewrite(system.only(), { state: 'sent' });
  },
  'awaiting payer: letter': delivered,
  'awaiting payer': async (system) => {
    const denial = await system.routed(CORRECTION);
    await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection(CLAIM_ID) });
  },
  'awaiting payer: follow-up': async (system) => {
    await needsReview({ followUp: { type: 'hold', dueOn: '2026-12-01' } })(system);
    await system.rewrite(system.only(), { state: 'awaiting_payer' });
  },
  'closed: written off': async (system) => {
    await givenUp(system);
    const verdict = { ...by(system.only()), user: supervisor, verdict: 'approve' } as const;
    await decideWriteOff(system.ports, verdict);
  },
  closed: async (system) => {
    const denial = await system.routed(CORRECTION);
    await system.rewrite(denial, { state: 'closed', closedAs: 'expired' });
  },
} satisfies Readonly<Record<string, Bring>>;
export type Situation = keyof typeof SITUATIONS;

export const EVERYWHERE = Object.keys(SITUATIONS) as Situation[];
