import { mayAct } from '../core/access/may-act.ts';
import { besideDenial, linesSentAs } from '../core/coding/denied-lines.ts';
import { type CorrectionTask, correctionTask } from '../core/correction/correction-task.ts';
import { elementsToChange } from '../core/correction/elements-to-change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { type DenialId, isTakeBackId } from '../core/ids.ts';
import type { CodingTableStore } from '../ports/coding-tables.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type CorrectionCase, type CorrectionPorts, correctionCaseOf } from './correction-case.ts';
import { reviewCoding } from './find-coding-errors.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export interface CorrectionRead {
  readonly denial: Denial;
  readonly task: CorrectionTask;
  /** Whether the claim as sent is on file for certain. */
  readonly claimOnFile: boolean;
  /** What stands on the claim is for those who may read letters; the others see what is to be changed, not from what. */
  readonly maySeeClinical: boolean;
}

/** What is wrong on a claim, which element to change, how and until when it goes out, and what to tick before. */
export function readCorrection(
  ports: ReadPorts & CorrectionPorts & { readonly codingTables: CodingTableStore },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<CorrectionRead>> {
  return readGuarded(ports, user, 'read', denialId, async (denial): Promise<ReadResult<CorrectionRead>> => {
    if (denial.followUp !== null || isTakeBackId(denialId)) {
      return { kind: 'not_yet', sentence: 'This is a follow-up: no claim of it is corrected.' };
    }
    if (denial.route !== 'correct_resubmit') {
      return {
        kind: 'not_yet',
        sentence: 'This denial is on another route: change it to correct and resubmit first, with a reason.',
      };
    }
    const about = await correctionCaseOf(ports, denial);
    const { claim, payment } = about;
    const { corrections } = ports.casework;
    const elements = elementsToChange(
      {
        reasons: denial.decision.reasons,
        claim,
        lineOnClaim: (line) => lineOf(about, line),
        findings: await findingsOf(ports, denial, about),
        missingOf: (remark) => missingOf(ports, remark),
      },
      corrections,
    );
    const task = correctionTask(denial, { ...about, payment, elements }, corrections);
    const maySeeClinical = mayAct(user, 'read_letter', denial).allowed;
    return { kind: 'read', value: { denial, task, claimOnFile: claim !== null, maySeeClinical } };
  });
}

/** The one line of the claim that a line of the payment can be; null where there are none, or several. */
function lineOf({ claim, payment }: CorrectionCase, line: number): number | null {
  const paid = payment.claim.lines.find(({ ordinal }) => ordinal === line);
  const same = paid === undefined || claim === null ? [] : linesSentAs(paid, claim);
  return same.length === 1 ? (same[0]?.ordinal ?? null) : null;
}

async function findingsOf(
  { codingTables, clock }: { readonly codingTables: CodingTableStore } & Pick<ReadPorts, 'clock'>,
  denial: Denial,
  { claim, payment }: CorrectionCase,
) {
  if (claim === null) return [];
  const { findings } = await reviewCoding(codingTables, claim, denial.noticeOn ?? clock.today());
  return besideDenial(findings, denial.decision.reasons, payment.claim, claim);
}

/** Of remarks that ask for another claim, in words; those that only speak of rights and mechanism name nothing. */
function missingOf({ rulebook }: CorrectionPorts, remark: string): string | null {
  const entry = rulebook(undefined).rarcs.get(remark);
  return entry?.route === 'correct_resubmit' && !entry.signal ? entry.missing : null;
}
