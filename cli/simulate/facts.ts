import { decideClaim } from '../../functions/core/denial/decide.ts';
import { factsOfRemittance } from '../../functions/core/denial/known-facts.ts';
import type { RemittanceId } from '../../functions/core/ids.ts';
import { payerProfileOf } from '../../functions/core/payer/profile.ts';
import { readRemittances } from '../../functions/core/remittance/reader.ts';
import { type DecisionFact, decisionFactOf } from '../../functions/core/rulebook/simulate/decision-fact.ts';
import type { Rules } from '../rules/load-rules.ts';
import type { TriageInput } from '../triage/inputs.ts';

/**
 * Inputs without the JSON that lies beside remittances in a folder: lists of payers, sums, facts. A file that was named
 * is read whatever it is.
 *
 * @param leave is given the name of each that is left out
 */
export async function withoutJson(
  inputs: readonly TriageInput[],
  named: readonly string[],
  leave: (name: string) => void,
): Promise<readonly TriageInput[]> {
  const kept: TriageInput[] = [];
  for (const input of inputs) {
    if (named.includes(input.name) || !(await beginsAsJson(input))) kept.push(input);
    else leave(input.name);
  }
  return kept;
}

async function beginsAsJson({ open }: TriageInput): Promise<boolean> {
  for await (const chunk of open())
    return /^[\uFEFF\s]*[[{]/.test(new TextDecoder().decode(chunk.subarray(0, 100)));
  return false;
}

/**
 * The decision facts of 835 files, as the archive keeps them: of whole remittances, each once. A file is read twice, as
 * a remittance is known only at its end and no file is held in memory.
 *
 * @param tell is given each thing that could not be read, in words
 */
export async function* factsOfFiles(
  inputs: readonly TriageInput[],
  rules: Rules,
  tell: (exception: string) => void,
): AsyncGenerator<readonly DecisionFact[]> {
  const seen = new Set<RemittanceId>();
  for (const input of inputs) {
    const wanted = new Map<number, RemittanceId>();
    for await (const events of readRemittances(input.open())) {
      for (const event of events) {
        if (event.kind === 'exception') tell(`${input.name}: ${event.notice.message} [${event.notice.code}]`);
        if (event.kind !== 'remittance' || seen.has(event.trailer.remittanceId)) continue;
        seen.add(event.trailer.remittanceId);
        wanted.set(event.header.ordinal, event.trailer.remittanceId);
      }
    }
    if (wanted.size === 0) continue;
    for await (const events of readRemittances(input.open())) {
      const facts: DecisionFact[] = [];
      for (const event of events) {
        if (event.kind !== 'claim') continue;
        const remittanceId = wanted.get(event.header.ordinal);
        if (remittanceId === undefined) continue;
        const { header, claim } = event;
        const { rulebook, payers } = rules;
        const payer = payerProfileOf(header.payer, claim.filingIndicator, payers);
        const decision = decideClaim(claim, payer, rulebook, factsOfRemittance(header, rulebook));
        const rulebookVersion = rulebook.version;
        facts.push(
          decisionFactOf({ remittanceId, header, claim, payer, known: {}, rulebookVersion, decision }),
        );
      }
      yield facts;
    }
  }
}
