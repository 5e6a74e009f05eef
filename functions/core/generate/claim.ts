import type { DayCalendar } from './calendar.ts';
import type { Fate, Fates } from './fates.ts';
import { memberIdOf, PATIENTS, type Patient, patientOf } from './patients.ts';
import { isOriginalMedicare, type MadeUpPayer, PAYERS } from './payers.ts';
import type { Clinician, MadeUpPractice } from './practices.ts';
import { Random } from './random.ts';
import { DIAGNOSES, DIAGNOSIS_GROUPS, INPATIENT, ROOM, SERVICES, type Service, VISITS } from './services.ts';

/** One line of a claim as sent. */
export interface SentLine {
  readonly service: Service;
  readonly units: number;
  readonly chargeCents: number;
  /** yyyy-mm-dd; a rental or a stay lasts to `to`. */
  readonly from: string;
  readonly to: string;
  /** REF*6R. */
  readonly controlNumber: string;
  /** Of the claim's diagnoses, from 1. */
  readonly pointers: readonly number[];
  /** What an earlier payer left of this line; they add up to its charge. */
  readonly earlier: {
    readonly paidCents: number;
    readonly contractualCents: number;
    readonly patientCents: number;
  } | null;
}

/** A claim as it was sent: what the 837 says, and the fate that awaits it. */
export interface SentClaim {
  /** Running number of the claim in the run. */
  readonly number: number;
  readonly form: 'professional' | 'institutional';
  /** CLM01 and CLP01. */
  readonly claimId: string;
  readonly practice: MadeUpPractice;
  readonly payer: MadeUpPayer;
  /** Whether this payer comes first, second or third. */
  readonly turn: 1 | 2 | 3;
  readonly earlierPayer: MadeUpPayer | null;
  readonly patient: Patient;
  readonly memberId: string;
  /** Who is insured, where it is not the patient. */
  readonly subscriber: Patient | null;
  readonly rendering: Clinician;
  readonly placeOfService: string;
  /** First two digits of the type of bill, '' for professional claims. */
  readonly billType: string;
  /** Days of an inpatient stay, else 0. */
  readonly days: number;
  readonly diagnosisGroup: string;
  readonly diagnoses: readonly string[];
  readonly priorAuthorization: string | null;
  readonly chargeCents: number;
  readonly lines: readonly SentLine[];
  readonly serviceFrom: string;
  readonly serviceTo: string;
  readonly submittedOn: string;
  readonly receivedOn: string;
  /** What the payer calls it: CLP07 and, in the 277CA, REF*1K. */
  readonly payerClaimControlNumber: string;
  readonly fate: Fate;
}

/** What names a claim: from this it can be made again, the same. */
export interface ClaimKey {
  readonly number: number;
  readonly practice: MadeUpPractice;
  readonly payer: MadeUpPayer;
  readonly submittedDay: number;
}

const SECOND_PAYER_SHARE = 0.15;
const THIRD_PAYER_SHARE = 0.06;
const DEPENDENT_SHARE = 0.25;
const AUTHORIZED_SHARE = 0.12;
const BORN_AGED = [1936, 1960] as const;
const BORN_ADULT = [1950, 2003] as const;
const BORN_ANY = [1950, 2024] as const;

/** Makes claims: one for each key, the same every time. */
export class ClaimMaker {
  private readonly seed: number;
  private readonly calendar: DayCalendar;
  private readonly fates: Fates;
  private readonly random: Random;
  private readonly personRandom: Random;

  constructor(seed: number, calendar: DayCalendar, fates: Fates) {
    this.seed = seed;
    this.calendar = calendar;
    this.fates = fates;
    this.random = new Random(seed, 0, 0);
    this.personRandom = new Random(seed, 0, 0);
  }

  make({ number, practice, payer, submittedDay }: ClaimKey): SentClaim {
    const random = this.random.restart(this.seed, 1, number);
    const fate = this.fates.draw(payer, random);
    const claimId = `${practice.prefix}-${String(number).padStart(7, '0')}`;
    const isInpatient = practice.kind === 'hospital' && random.chance(0.3);
    const earlierPayer = isInpatient ? null : this.earlierPayer(payer, random);
    const days = isInpatient ? random.between(1, 9) : 0;
    const lastDay = submittedDay - this.daysToSubmission(fate, payer, random);
    const firstDay = practice.kind === 'supplier' ? lastDay - 29 : lastDay - days;
    const isDependent =
      payer.costShare === 'plan' &&
      payer.payerType !== 'medicare_advantage' &&
      random.chance(DEPENDENT_SHARE);
    const isAged = isOriginalMedicare(payer) || payer.payerType === 'medicare_advantage';
    const patient = patientOf(
      this.seed,
      random.between(0, PATIENTS - 1),
      isAged ? BORN_AGED : BORN_ANY,
      this.personRandom,
    );
    const insured = isDependent
      ? patientOf(this.seed, PATIENTS + patient.number, BORN_ADULT, this.personRandom)
      : patient;
    const diagnoses = this.diagnoses(random);
    const lines = this.lines(
      practice,
      claimId,
      days,
      firstDay,
      lastDay,
      diagnoses.length,
      earlierPayer !== null,
      random,
    );
    const isAuthorized =
      fate.kind === 'denied' && fate.reason.category === 'prior_authorization'
        ? fate.reason.shows === 'authorization_on_claim'
        : random.chance(AUTHORIZED_SHARE);
    const receivedDay = submittedDay + 1;
    const received = this.calendar.compact(this.calendar.iso(receivedDay));
    return {
      number,
      form: practice.kind === 'hospital' ? 'institutional' : 'professional',
      claimId,
      practice,
      payer,
      turn: earlierPayer === null ? 1 : random.chance(THIRD_PAYER_SHARE) ? 3 : 2,
      earlierPayer,
      patient,
      memberId: memberIdOf(insured, payer),
      subscriber: isDependent ? insured : null,
      rendering: random.pick(practice.clinicians),
      placeOfService: practice.kind === 'supplier' ? '12' : random.chance(0.85) ? '11' : '22',
      billType: practice.kind !== 'hospital' ? '' : isInpatient ? '11' : '13',
      days,
      diagnosisGroup: isInpatient ? random.pick(DIAGNOSIS_GROUPS) : '',
      diagnoses,
      priorAuthorization: isAuthorized ? `PA${String(random.between(10_000_000, 99_999_999))}` : null,
      chargeCents: lines.reduce((sum, line) => sum + line.chargeCents, 0),
      lines,
      serviceFrom: lines.reduce(
        (first, { from }) => (from < first ? from : first),
        this.calendar.iso(lastDay),
      ),
      serviceTo: this.calendar.iso(lastDay),
      submittedOn: this.calendar.iso(submittedDay),
      receivedOn: this.calendar.iso(receivedDay),
      payerClaimControlNumber: `${payer.prefix}${received.slice(2)}${String(number).padStart(7, '0')}`,
      fate,
    };
  }

  private earlierPayer(payer: MadeUpPayer, random: Random): MadeUpPayer | null {
    const paysSecond =
      payer.payerType === 'commercial' || payer.payerType === 'medicaid' || payer.payerType === 'tricare';
    if (!paysSecond || !random.chance(SECOND_PAYER_SHARE)) return null;
    const others = PAYERS.filter(
      (other) => other !== payer && other.costShare !== 'none' && other.serves.includes('office'),
    );
    return random.pick(others);
  }

  private daysToSubmission(fate: Fate, payer: MadeUpPayer, random: Random): number {
    if (fate.kind !== 'denied' || fate.reason.shows !== 'filed_late') return random.between(1, 20);
    return isOriginalMedicare(payer) ? random.between(370, 430) : random.between(190, 380);
  }

  private diagnoses(random: Random): readonly string[] {
    const list: string[] = [];
    const wanted = random.between(1, 4);
    while (list.length < wanted) {
      const code = random.pick(DIAGNOSES);
      if (!list.includes(code)) list.push(code);
    }
    return list;
  }

  private lines(
    practice: MadeUpPractice,
    claimId: string,
    days: number,
    firstDay: number,
    lastDay: number,
    diagnoses: number,
    isSecondary: boolean,
    random: Random,
  ): readonly SentLine[] {
    const lines: SentLine[] = [];
    const count = days > 0 ? random.between(3, 6) : Math.min(random.between(1, 4), random.between(1, 5));
    for (let i = 0; i < count; i++) {
      const service = this.service(practice, days, i, random);
      const units =
        service === ROOM ? days : service.mostUnits === 1 ? 1 : random.between(1, service.mostUnits);
      // Prices differ a little from place to place: up to a tenth, in whole dollars.
      const dollars = Math.floor((service.unitCents * random.between(95, 105)) / 10_000);
      const chargeCents = Math.max(100, dollars * 100) * units;
      const spans = practice.kind === 'supplier' && service.modifiers[0] === 'RR';
      lines.push({
        service,
        units,
        chargeCents,
        from: this.calendar.iso(spans || days > 0 ? firstDay : lastDay),
        to: this.calendar.iso(lastDay),
        controlNumber: `${claimId}L${i + 1}`,
        pointers: diagnoses > 1 && random.chance(0.5) ? [1, 2] : [1],
        earlier: isSecondary ? earlierPayment(chargeCents, random) : null,
      });
    }
    return lines;
  }

  private service(practice: MadeUpPractice, days: number, i: number, random: Random): Service {
    if (days > 0) return i === 0 ? ROOM : (INPATIENT[i - 1] as Service);
    if (practice.kind === 'office' && i === 0 && random.chance(0.8)) return random.pick(VISITS);
    return random.pick(SERVICES[practice.kind]);
  }
}

function earlierPayment(chargeCents: number, random: Random): NonNullable<SentLine['earlier']> {
  const contractualCents = Math.round((chargeCents * random.between(20, 50)) / 100);
  const patientCents = Math.max(1, Math.round((chargeCents * random.between(8, 30)) / 100));
  return { contractualCents, patientCents, paidCents: chargeCents - contractualCents - patientCents };
}
