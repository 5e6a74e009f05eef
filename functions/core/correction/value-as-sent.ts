import type { Claim, RawPart } from '../claim/claim.ts';
import type { ClaimPlace } from '../coding/finding.ts';

/** What stands at a place of the claim as sent, letter for letter; null where nothing does. */
export type ValueAsSent = string | null;

/**
 * The value at a loop, segment and element of the claim as it was sent. `REF*G1` is the REF whose first element is G1;
 * codes and modifiers that continue in the elements or components after it are given together.
 *
 * @param line position of the line in the claim, from 1; null = the claim itself
 * @example
 * valueAsSent(claim, { loop: '2300', segment: 'REF*G1', element: 'REF02' }, null) // 'A7781'
 */
export function valueAsSent(claim: Claim, place: ClaimPlace, line: number | null): ValueAsSent {
  const { separators } = claim.raw;
  const wanted = wantedAt(place);
  for (const part of partsOf(claim, place.loop)) {
    for (const segment of segmentsOf(part, separators, place.loop)) {
      if (segment.line !== (line ?? 0) || !isWanted(segment, wanted, place.loop)) continue;
      const value = elementOf(segment.elements, wanted, separators.component || ':');
      if (value !== null) return value;
    }
  }
  return null;
}

interface Wanted {
  readonly id: string;
  /** First element, or first component of it. */
  readonly qualifier: string | null;
  /** From 1. */
  readonly element: number;
  readonly component: number | null;
}

function wantedAt({ segment, element }: ClaimPlace): Wanted {
  const [id = '', qualifier = null] = segment.split('*');
  const [position = '', component] = element.slice(id.length).split('-');
  return {
    id,
    qualifier,
    element: Number(position),
    component: component === undefined ? null : Number(component),
  };
}

/** A patient who is the subscriber has no loop of his own. */
function partsOf({ raw }: Claim, loop: string): readonly RawPart[] {
  const part = /^(?:2000A|2010A)/.test(loop)
    ? raw.billingProvider
    : /^(?:2000B|2010B)/.test(loop)
      ? raw.subscriber
      : /^(?:2000C|2010C)/.test(loop)
        ? (raw.patient ?? raw.subscriber)
        : raw.claim;
  return part === null ? [] : [part];
}

interface Placed {
  readonly elements: readonly string[];
  /** 0 before the first line. */
  readonly line: number;
  /** NM101 of the party that the segment stands under; '' before the first. */
  readonly party: string;
  readonly isOfOtherPayer: boolean;
}

function segmentsOf(
  part: RawPart,
  { element, terminator }: Claim['raw']['separators'],
  loop: string,
): Placed[] {
  let line = 0;
  let party = '';
  let isOfOtherPayer = false;
  const isClaim = loop.startsWith('23') || loop.startsWith('24');
  return part.text
    .split(terminator)
    .map((text) => text.replace(/^[\r\n]+/, '').split(element))
    .map((elements): Placed => {
      if (elements[0] === 'LX') {
        line += 1;
        party = '';
        isOfOtherPayer = false;
      } else if (elements[0] === 'SBR' && isClaim) {
        isOfOtherPayer = true;
        party = '';
      } else if (elements[0] === 'NM1') {
        party = (elements[1] ?? '').trim();
      }
      return { elements, line, party, isOfOtherPayer };
    });
}

/** Whose N3, PRV or REF a loop holds (NM101). */
const PARTY_OF_LOOP: Readonly<Record<string, readonly string[]>> = {
  '2010AA': ['85'],
  '2010AB': ['87'],
  '2010BA': ['IL'],
  '2010BB': ['PR'],
  '2010CA': ['QC', 'IL'],
  '2310A': ['DN', '71'],
  '2310B': ['82', '72'],
  '2310C': ['77', 'ZZ'],
  '2310D': ['DQ', '82'],
  '2310E': ['77', 'PW'],
  '2310F': ['DN', '45'],
  '2330A': ['IL'],
  '2330B': ['PR'],
  '2420E': ['DK'],
};

function isWanted(
  { elements, party, isOfOtherPayer }: Placed,
  { id, qualifier }: Wanted,
  loop: string,
): boolean {
  if (elements[0] !== id || isOfOtherPayer !== /^(?:2320|2330)/.test(loop)) return false;
  if (id === 'NM1') {
    // Of a patient who is the subscriber.
    return elements[1] === qualifier || (qualifier === 'QC' && loop === '2010CA' && elements[1] === 'IL');
  }
  const parties = PARTY_OF_LOOP[loop];
  if (parties !== undefined && !parties.includes(party)) return false;
  if (qualifier === null) return id !== 'HI' || /^A?B[KF]\b/.test(elements[1] ?? '');
  return (elements[1] ?? '').split(/[^0-9A-Za-z]/)[0] === qualifier;
}

function elementOf(
  elements: readonly string[],
  { id, element, component }: Wanted,
  separator: string,
): ValueAsSent {
  const at = (position: number) => (elements[position] ?? '').trim();
  if (id === 'HI')
    return joined(elements.slice(1).map((code) => code.trim().split(separator)[(component ?? 1) - 1]));
  if (component === null) return at(element) || null;
  const components = at(element).split(separator);
  // Modifiers: up to four.
  if (component === 3) return joined(components.slice(2, 6));
  return components[component - 1]?.trim() || null;
}

function joined(values: readonly (string | undefined)[]): ValueAsSent {
  return values.filter((value) => value !== undefined && value !== '').join(' ') || null;
}
