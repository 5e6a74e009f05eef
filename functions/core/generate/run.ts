import type { PayerType } from '../payer/profile.ts';
import type { ProviderAdjustment } from '../remittance/remittance.ts';
import { type Account, MOST_WAITING, settle } from './account.ts';
import type { Adjudication } from './adjudication.ts';
import { answerTo, firstAdjudication, planAnswer } from './answers.ts';
import { type DayCalendar, dayOf, workdayAtOrBefore } from './calendar.ts';
import { ClaimMaker, type SentClaim } from './claim.ts';
import { Fates } from './fates.ts';
import { type MadeUpPayer, PAYERS } from './payers.ts';
import { type MadeUpPractice, PRACTICES } from './practices.ts';
import { Mix, Random } from './random.ts';

/** What a run makes; the same request makes the same bytes on every machine. */
export interface GenerateRequest {
  readonly seed: number;
  /** Claims as sent, or bytes of remittances (the run ends with the first interchange at or above them). */
  readonly size: { readonly claims: number } | { readonly bytes: number };
  /** First and last day of the remittances, yyyy-mm-dd. */
  readonly from: string;
  readonly to: string;
  /** Share of the claims adjudicated for the first time that are denied, in whole or in part. */
  readonly denialRate: number;
  /** Weights by payer type; null for the built-in mix. */
  readonly payerMix: Readonly<Partial<Record<PayerType, number>>> | null;
  /** Claims a remittance; null for sizes as they come. */
  readonly claimsPerRemittance: number | null;
}

/** A 835 transaction. */
export interface MadeUpRemittance {
  readonly payer: MadeUpPayer;
  readonly practice: MadeUpPractice;
  readonly paidOn: string;
  readonly trace: string;
  readonly adjudications: readonly Adjudication[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  readonly fiscalYearEnd: string;
  readonly paymentCents: number;
}

/** Claims that went to one payer on one day: a 837 transaction, and the 277CA that answers it. */
export interface Submission {
  /** Running number of the submission in the run. */
  readonly number: number;
  readonly payer: MadeUpPayer;
  readonly practice: MadeUpPractice;
  readonly submittedOn: string;
  readonly acknowledgedOn: string;
  readonly claims: readonly SubmittedClaim[];
}
export interface SubmittedClaim {
  readonly claim: SentClaim;
  /** CLP07 of the claim that this one replaces (frequency 7), else null. */
  readonly replaces: string | null;
}

/** One day of one payer: a 835 interchange, and the claims it answers for the first time. */
export interface PaymentRun {
  readonly payer: MadeUpPayer;
  readonly remittances: readonly MadeUpRemittance[];
  readonly submissions: readonly Submission[];
}

const ANSWERS_FIRST_SHARE = 0.6;
const PAYMENT_ONLY_SHARE = 0.02;
const CAPITATION_SHARE = 0.4;
const SIZES = new Mix([
  { weight: 25, least: 1, most: 5 },
  { weight: 45, least: 6, most: 25 },
  { weight: 25, least: 26, most: 80 },
  { weight: 5, least: 81, most: 200 },
]);

/** The payment runs of a request, one after the other; the caller says how far the run has come. */
export class PaymentRuns {
  private readonly request: GenerateRequest;
  private readonly calendar: DayCalendar;
  private readonly fates: Fates;
  private readonly maker: ClaimMaker;
  private readonly payers: Mix<MadeUpPayer>;
  private readonly accounts: readonly Account[];
  private readonly random: Random;
  private readonly claimRandom: Random;
  private readonly firstDay: number;
  private readonly lastDay: number;
  private claims = 0;
  private traces = 0;
  private submissions = 0;

  constructor(request: GenerateRequest, calendar: DayCalendar) {
    this.request = request;
    this.calendar = calendar;
    this.fates = new Fates(request.denialRate);
    this.maker = new ClaimMaker(request.seed, calendar, this.fates);
    const { payerMix } = request;
    this.payers = new Mix(
      payerMix === null ? PAYERS : PAYERS.map((payer) => ({ ...payer, weight: mixed(payer, payerMix) })),
    );
    this.accounts = PAYERS.flatMap((payer) =>
      PRACTICES.filter(({ kind }) => payer.serves.includes(kind)).map((practice) => ({
        payer,
        practice,
        waiting: [],
        owed: [],
        forwardCents: 0,
        forwardReference: '',
      })),
    );
    this.random = new Random(request.seed, 0, 0);
    this.claimRandom = new Random(request.seed, 0, 0);
    this.firstDay = dayOf(request.from);
    this.lastDay = dayOf(request.to);
  }

  /** Claims as sent so far. */
  get claimsSent(): number {
    return this.claims;
  }

  /** @param progress from 0 to 1: how much of the request is made, which is also how far the days have come. */
  next(progress: number): PaymentRun {
    const day = this.dayAt(progress);
    const due = this.accounts.filter(({ waiting }) => waiting.some(({ dueDay }) => dueDay <= day));
    const payerId =
      due.length > 0 && this.random.chance(ANSWERS_FIRST_SHARE)
        ? this.random.pick(due).payer.id
        : this.payers.pick(this.random).id;
    const accounts = this.accounts.filter(({ payer }) => payer.id === payerId);
    const remittances: MadeUpRemittance[] = [];
    const submissions: Submission[] = [];
    const first = this.random.between(0, accounts.length - 1);
    const count = Math.min(accounts.length, this.random.between(1, 3));
    for (let i = 0; i < count; i++) {
      const account = accounts[(first + i) % accounts.length] as Account;
      if (this.pays(account)) remittances.push(this.paymentOnly(account, day));
      const size = this.sizeOfRemittance();
      if (size === 0) continue;
      const { remittance, submission } = this.remittance(account, day, size);
      submissions.push(submission);
      if (remittance !== null) remittances.push(remittance);
    }
    const { payer } = accounts[0] as Account;
    return { payer, remittances, submissions };
  }

  /** The answers that fall due by the last day and have found no remittance of their own claims' payer yet. */
  *rest(): Generator<PaymentRun> {
    const day = this.dayAt(1);
    for (const account of this.accounts) {
      if (!account.waiting.some(({ dueDay }) => dueDay <= day)) continue;
      const { remittance, submission } = this.remittance(account, day, 0);
      yield {
        payer: account.payer,
        remittances: remittance === null ? [] : [remittance],
        submissions: [submission],
      };
    }
  }

  private dayAt(progress: number): number {
    const day = this.firstDay + Math.floor(Math.min(progress, 0.999999) * (this.lastDay - this.firstDay + 1));
    return Math.max(this.firstDay, workdayAtOrBefore(day));
  }

  private sizeOfRemittance(): number {
    const { size, claimsPerRemittance } = this.request;
    const { least, most } = SIZES.pick(this.random);
    const drawn = this.random.between(least, most);
    if (!('claims' in size)) return claimsPerRemittance ?? drawn;
    // A small run still has several remittances.
    const wanted = claimsPerRemittance ?? Math.min(drawn, Math.ceil(size.claims / 6));
    return Math.min(wanted, size.claims - this.claims);
  }

  private remittance(account: Account, day: number, size: number) {
    const submittedDay = day - this.random.between(14, 28);
    const adjudications: Adjudication[] = [];
    const claims: SubmittedClaim[] = [];
    for (let i = 0; i < size; i++) {
      const key = { number: ++this.claims, payer: account.payer, practice: account.practice, submittedDay };
      const claim = this.maker.make(key);
      claims.push({ claim, replaces: null });
      if (claim.fate.kind === 'rejected') continue;
      adjudications.push(this.first(claim));
      const plan = planAnswer(claim, this.claimRandom.restart(this.request.seed, 3, claim.number));
      if (plan === null || account.waiting.length >= MOST_WAITING) continue;
      account.waiting.push({
        kind: plan.kind,
        number: claim.number,
        submittedDay,
        dueDay: day + plan.afterDays,
      });
    }
    for (const answer of this.takeDue(account, day, size === 0 ? MOST_WAITING : Math.max(size, 10))) {
      const sent = this.maker.make({ ...answer, payer: account.payer, practice: account.practice });
      const given = this.first(sent);
      const random = this.claimRandom.restart(this.request.seed, 4, answer.number);
      adjudications.push(...answerTo(given, answer.kind, this.fates, this.calendar, random));
      if (answer.kind === 'replaced') claims.push({ claim: sent, replaces: sent.payerClaimControlNumber });
    }
    const { payer, practice } = account;
    const submission: Submission = {
      number: ++this.submissions,
      payer,
      practice,
      submittedOn: this.calendar.iso(submittedDay),
      acknowledgedOn: this.calendar.iso(submittedDay + 1),
      claims,
    };
    return {
      submission,
      remittance: adjudications.length === 0 ? null : this.settled(account, day, adjudications, null),
    };
  }

  private first(claim: SentClaim): Adjudication {
    return firstAdjudication(
      claim,
      this.calendar,
      this.claimRandom.restart(this.request.seed, 2, claim.number),
    );
  }

  private takeDue(account: Account, day: number, most: number): Account['waiting'] {
    const due = account.waiting.filter(({ dueDay }) => dueDay <= day).slice(0, most);
    if (due.length > 0) account.waiting = account.waiting.filter((answer) => !due.includes(answer));
    return due;
  }

  private pays({ payer }: Account): boolean {
    return this.random.chance(
      payer.payerType === 'capitated_commercial' ? CAPITATION_SHARE : PAYMENT_ONLY_SHARE,
    );
  }

  /** A remittance without claims: the monthly amount of a capitated contract, or an incentive. */
  private paymentOnly(account: Account, day: number): MadeUpRemittance {
    const isCapitated = account.payer.payerType === 'capitated_commercial';
    const amountCents = -this.random.between(50, 900) * 1_000;
    return this.settled(account, day, [], {
      providerId: account.practice.npi,
      reason: isCapitated ? 'CT' : 'IP',
      reference: `${account.payer.prefix}${this.calendar.compact(this.calendar.iso(day)).slice(0, 6)}`,
      amountCents,
    });
  }

  private settled(
    account: Account,
    day: number,
    adjudications: readonly Adjudication[],
    payment: ProviderAdjustment | null,
  ): MadeUpRemittance {
    const { payer, practice } = account;
    const paidOn = this.calendar.iso(day);
    this.traces++;
    const trace = `${payer.prefix}${this.calendar.compact(paidOn)}${String(this.traces).padStart(6, '0')}`;
    const providerAdjustments =
      payment === null
        ? settle(account, adjudications, trace, Number(paidOn.slice(0, 4)), this.random)
        : [payment];
    let paymentCents = 0;
    for (const { payment: claim } of adjudications) paymentCents += claim.paidCents;
    for (const { amountCents } of providerAdjustments) paymentCents -= amountCents;
    return {
      payer,
      practice,
      paidOn,
      trace,
      adjudications,
      providerAdjustments,
      fiscalYearEnd: `${paidOn.slice(0, 4)}-12-31`,
      paymentCents,
    };
  }
}

function mixed(
  { payerType, weight }: MadeUpPayer,
  payerMix: NonNullable<GenerateRequest['payerMix']>,
): number {
  const wanted = payerMix[payerType];
  if (wanted === undefined) return 0;
  const sameType = PAYERS.filter((payer) => payer.payerType === payerType);
  return (wanted * weight) / sameType.reduce((sum, payer) => sum + payer.weight, 0);
}
