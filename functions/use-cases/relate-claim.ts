import { afterAnswers } from '../core/answer/after-answers.ts';
import type { Levels } from '../core/answer/levels.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import { changeDenial } from '../core/denial/change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { newFollowUp } from '../core/denial/new-follow-up.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import { followUpsOf, mayOweSecondary, type WantedFollowUp } from '../core/family/follow-up.ts';
import { type Family, type Member, relate } from '../core/family/relate.ts';
import {
  changeByFamily,
  changeOfFollowUp,
  type FamilyChange,
  type FamilyContext,
} from '../core/family/resolution.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import type { Assess } from './open-denial.ts';
import { readFamily } from './read-family.ts';

export interface RelatePorts {
  readonly remittances: RemittanceStore;
  readonly denials: DenialStore;
  readonly claims: ClaimStore;
  readonly assess: Assess;
  readonly clocks: CompiledClocks;
  readonly levels: Levels;
  readonly clock: Clock;
}

/** The records of one claim changed under the work again and again: the load is tried again. */
export class FamilyBusyError extends Error {
  override readonly name = 'FamilyBusyError';
  readonly code = 'DEN-2005';
  constructor() {
    super('The records of one claim changed while they were related.');
  }
}

/** What a load found out about many claims at once. */
export interface KnownOfClaim {
  /** Nothing else was on file when the payment had been stored (`firstsOf`): what comes later will look. */
  readonly isFirst: boolean;
  /** A claim as sent may be on file. */
  readonly wasSent: boolean;
}

// Persons, the workflow and other files write the same records; five in a row is no chance.
const TRIES = 5;

/**
 * Brings the denials and follow-ups of a claim in line with everything on file about it: what was reversed or replaced
 * is superseded, what was answered has its outcome, and what nobody denied but somebody must look at is opened.
 * Computed anew from the stored payments each time, so that neither order nor repetition of files matters.
 */
export async function relateClaim(
  payment: StoredClaimPayment,
  ports: RelatePorts,
  { isFirst, wasSent }: KnownOfClaim = { isFirst: false, wasSent: true },
): Promise<void> {
  if (isFirst && (await openAlone(payment, wasSent, ports)) === 'nothing_opened') return;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await relateOnce(payment, ports)) return;
  }
  throw new FamilyBusyError();
}

type StoredMember = Member<StoredClaimPayment>;

/** For a payment that came first: it has no relations but those that come later, which will look. */
async function openAlone(
  payment: StoredClaimPayment,
  wasSent: boolean,
  ports: RelatePorts,
): Promise<'opened' | 'nothing_opened'> {
  const { opened } = await openWanted(relate([payment]), new Map(), ports, wasSent);
  return opened ? 'opened' : 'nothing_opened';
}

/** False when it must be done again: a record was opened here, or changed by somebody else meanwhile. */
async function relateOnce(payment: StoredClaimPayment, ports: RelatePorts): Promise<boolean> {
  const found = await readFamily(ports, payment);
  if (found.length === 1) return !(await openWanted(relate(found), new Map(), ports)).opened;
  // Records first, payments after: whoever adds a payment and changes a record in between makes the version differ.
  const records = await recordsOf(relate(found), ports.denials);
  const family = relate(await readFamily(ports, payment));
  const { opened, wanted } = await openWanted(family, records, ports);
  // What was opened may be out of date by now: it is looked at once more, as a record like the others.
  if (opened) return false;
  for (const member of family.members) {
    const record = records.get(member.id);
    if (record === undefined) continue;
    const change =
      record.followUp === null
        ? changeByFamily(record, family, contextOf(record, member, records, ports))
        : changeOfFollowUp(record, wanted.get(member.id) ?? null, member);
    if (change !== null && !(await store(record, change, ports))) return false;
  }
  return true;
}

function contextOf(
  record: Denial,
  { adjudication: { claim, header } }: StoredMember,
  records: ReadonlyMap<string, Denial>,
  ports: RelatePorts,
): FamilyContext {
  const { clocks, levels } = ports;
  const { payer } = ports.assess(claim, header);
  const answerTimes = payer.own?.answerTimes ?? [];
  return {
    others: [...records.values()].filter((other) => other !== record && other.followUp === null),
    settle: (denial) => afterAnswers(denial, { claim, header, payer, clocks, levels, answerTimes }),
  };
}

async function recordsOf(
  { members }: Family<StoredClaimPayment>,
  denials: DenialStore,
): Promise<ReadonlyMap<string, Denial>> {
  const records = await Promise.all(members.map(({ id }) => denials.read(id)));
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.denialId, record] as const])));
}

/** Opens what is not on file yet, and says everything that the family asks for. */
async function openWanted(
  family: Family<StoredClaimPayment>,
  records: ReadonlyMap<string, Denial>,
  ports: RelatePorts,
  wereSent = true,
): Promise<{ readonly opened: boolean; readonly wanted: ReadonlyMap<string, WantedFollowUp> }> {
  let opened = false;
  const withLaterPayer = new Set<string>();
  for (const member of family.members) {
    if (wereSent && mayOweSecondary(member, family) && (await hasLaterPayer(member, ports)))
      withLaterPayer.add(member.id);
  }
  const wanted = new Map<string, WantedFollowUp<StoredClaimPayment>>();
  for (const followUp of followUpsOf(family, ({ id }) => withLaterPayer.has(id))) {
    wanted.set(followUp.id, followUp);
    if (records.has(followUp.id) || isOverInHistory(followUp, ports)) continue;
    if ((await open(followUp, ports)) === 'opened') opened = true;
  }
  return { opened, wanted };
}

/** What came as history opens no follow-up, but for a hold whose day is yet to come. */
function isOverInHistory(
  { adjudication, dueOn }: WantedFollowUp<StoredClaimPayment>,
  { clock }: RelatePorts,
): boolean {
  return adjudication.isHistory === true && (dueOn === null || dueOn < clock.today());
}

/** Whether the claim as sent names a payer whose turn comes after the one that paid. */
async function hasLaterPayer({ adjudication }: StoredMember, ports: RelatePorts): Promise<boolean> {
  if (adjudication.claim.patientResponsibilityCents <= 0) return false;
  const claim = certainClaim(await claimOnFile(ports, adjudication));
  if (claim === null) return false;
  const paidBy = claim.coverage?.sequence ?? 'P';
  const later = ORDER.slice(ORDER.indexOf(paidBy) + 1);
  return claim.otherPayers.some(({ sequence }) => later.includes(sequence));
}

const ORDER = ['P', 'S', 'T'];

async function open(
  followUp: WantedFollowUp<StoredClaimPayment>,
  ports: RelatePorts,
): Promise<'opened' | 'already_open'> {
  const { adjudication, id, ...wanted } = followUp;
  const { remittanceId, header, claim, decision } = adjudication;
  const opening = newFollowUp({
    ...wanted,
    followUpId: id,
    remittanceId,
    ordinal: claim.ordinal,
    header,
    payerType: ports.assess(claim, header).payer.payerType,
    claimId: claim.claimId,
    payerClaimControlNumber: claim.payerClaimControlNumber,
    chargeCents: claim.chargeCents,
    paidCents: claim.paidCents,
    decision,
    at: ports.clock.now(),
    today: ports.clock.today(),
  });
  return ports.denials.openFollowUp(opening);
}

async function store(
  before: Denial,
  { type, patch, detail }: FamilyChange,
  { denials, clock }: RelatePorts,
): Promise<boolean> {
  const wakeOn = wakeOnOf({ ...before, ...patch }, clock.today());
  const change = changeDenial(
    before,
    { ...patch, wakeOn },
    { type, actor: { kind: 'system', part: 'relate' }, at: clock.now(), detail },
  );
  return (await denials.change(change)).kind === 'changed';
}
