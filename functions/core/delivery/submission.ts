import type { AppealFacts } from '../appeal/facts.ts';
import { beyondLimits, type PacketLimits } from '../appeal/packet/limits.ts';
import type { PacketPart } from '../denial/denial.ts';
import { dollars } from '../money/dollars.ts';

export interface Check {
  readonly what: string;
  readonly holds: boolean;
  /** What stands there, in words. */
  readonly says: string;
}

/** Whether a portal takes the files, said before anybody begins to put them in. */
export function portalChecks(
  files: readonly PacketPart[],
  portal: string | null,
  limits: PacketLimits,
): readonly Check[] {
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const beyond = beyondLimits(files, limits);
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  return [
    {
      what: 'The address of the portal is configured',
      holds: portal !== null,
      says: portal ?? 'not configured: enter it with the payer’s appeal levels',
    },
    {
      what: `Files in number and size as the portal takes them (${limits.source})`,
      holds: beyond.length === 0,
      says:
        beyond.length === 0
          ? `${files.length} of at most ${limits.mostFiles}, ${megabytes(bytes)} of at most ${megabytes(limits.mostBytes)}`
          : beyond.join('; '),
    },
    {
      what: 'Every file is a PDF',
      holds: files.every(({ fileName }) => fileName.endsWith('.pdf')),
      says: files.map(({ fileName }) => fileName).join(', '),
    },
    {
      what: 'No file is there twice',
      holds: hashes.size === files.length,
      says: `${hashes.size} different ${hashes.size === 1 ? 'file' : 'files'}`,
    },
  ];
}

/** What a portal's form asks for, ready to be copied; what no record gives is left out. */
export function fieldsToCopy({
  member,
  claim,
  practice,
  decision,
}: Pick<AppealFacts, 'member' | 'claim' | 'practice' | 'decision'>): readonly {
  readonly label: string;
  readonly value: string;
}[] {
  const { serviceFrom, serviceTo } = claim;
  const fields: readonly (readonly [label: string, value: string | null])[] = [
    ['Payer claim number', claim.payerClaimControlNumber],
    ['Patient account number', claim.patientControlNumber],
    ['Member name', member.name],
    ['Member ID', member.id],
    ['Date of birth', member.bornOn],
    ['Service from', serviceFrom],
    ['Service to', serviceTo ?? serviceFrom],
    ['Billed', dollars(claim.billedCents)],
    ['Disputed', dollars(claim.disputedCents)],
    ['What is disputed', decision.disputed],
    ['Provider', practice.name],
    ['NPI', practice.npi],
    ['TIN', practice.tin],
    ['Contact', practice.contactName],
    ['Telephone', practice.telephone],
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
