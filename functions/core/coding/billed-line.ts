import type { Claim, ClaimLine, ClaimParty, Diagnosis } from '../claim/claim.ts';
import type { ClaimPlace } from './finding.ts';

/** A line of the claim with what the rules ask of it. */
export interface BilledLine {
  readonly line: ClaimLine;
  /** HCPCS or CPT code, '' where the line has none. */
  readonly code: string;
  readonly modifiers: readonly string[];
  /** The day of service, yyyy-mm-dd. */
  readonly on: string;
  readonly placeOfService: string;
  /** NPI of who did it: of the line, else of the claim, else of the billing provider. */
  readonly renderedBy: string;
  /** The diagnoses that the line points to. */
  readonly diagnoses: readonly Diagnosis[];
}

/**
 * The lines of a claim as the rules look at them.
 *
 * @param onDate yyyy-mm-dd: the day for a line that has none
 */
export function billedLinesOf(claim: Claim, onDate: string): readonly BilledLine[] {
  const pointable = pointableDiagnosesOf(claim);
  return claim.lines.map((line) => ({
    line,
    code: line.procedure?.code.toUpperCase() ?? '',
    modifiers: (line.procedure?.modifiers ?? []).map((modifier) => modifier.toUpperCase()),
    on: line.serviceFrom ?? claim.serviceFrom ?? onDate,
    placeOfService: claim.kind === 'institutional' ? '' : line.placeOfService || claim.facilityCode,
    renderedBy:
      npiOf(line.providers, '82') || npiOf(claim.providers, '82') || (claim.billingProvider?.id ?? ''),
    diagnoses: line.diagnosisPointers.flatMap((pointer) => pointable[pointer - 1] ?? []),
  }));
}

/** The diagnoses that a line may point to, in the order of the claim. */
export function pointableDiagnosesOf({ diagnoses }: Pick<Claim, 'diagnoses'>): readonly Diagnosis[] {
  return diagnoses.filter(({ role }) => role === 'principal' || role === 'other');
}

function npiOf(parties: readonly ClaimParty[], entity: string): string {
  return parties.find((party) => party.entity === entity)?.id ?? '';
}

type ServicePart = 'code' | 'modifier' | 'units' | 'place' | 'pointer';

const SERVICE_ELEMENTS: {
  readonly [kind in Claim['kind']]: { readonly segment: string } & { readonly [part in ServicePart]: string };
} = {
  professional: {
    segment: 'SV1',
    code: 'SV101-2',
    modifier: 'SV101-3',
    units: 'SV104',
    place: 'SV105',
    pointer: 'SV107',
  },
  institutional: {
    segment: 'SV2',
    code: 'SV202-2',
    modifier: 'SV202-3',
    units: 'SV205',
    place: 'SV202-2',
    pointer: 'SV202-2',
  },
  dental: {
    segment: 'SV3',
    code: 'SV301-2',
    modifier: 'SV301-3',
    units: 'SV306',
    place: 'SV303',
    pointer: 'SV311',
  },
};

/** Where in the 837 a kind of claim has a part of a service. Institutional lines have no place and no pointer. */
export function servicePlaceOf({ kind }: Pick<Claim, 'kind'>, part: ServicePart): ClaimPlace {
  const { segment, [part]: element } = SERVICE_ELEMENTS[kind];
  return { loop: '2400', segment, element };
}

/** Where in the 837 the nth diagnosis stands (from 1). */
export function diagnosisPlaceOf(position: number): ClaimPlace {
  return { loop: '2300', segment: 'HI', element: `HI${String(position).padStart(2, '0')}-2` };
}

/** ICD-10-CM as people write it. */
export function withPoint(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}
