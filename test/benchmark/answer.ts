import { decideClaim } from '../../functions/core/denial/decide.ts';
import { payerProfileOf } from '../../functions/core/payer/profile.ts';
import { readRemittances } from '../../functions/core/remittance/reader.ts';
import type { CompiledRulebook } from '../../functions/core/rulebook/compile.ts';
import type { Answer } from './score.ts';
import type { BenchmarkFiles } from './write-835.ts';

/** What a rulebook answers, by the way a remittance takes: read from its bytes, then decided. */
export async function answersOf(
  { remittances, payers }: BenchmarkFiles,
  rulebook: CompiledRulebook,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [file, text] of remittances)
    for await (const events of readRemittances(bytesOf(text)))
      for (const event of events) {
        if (event.kind === 'exception' || event.kind === 'warning')
          throw new Error(`${file}: ${event.notice.message}`);
        if (event.kind === 'remittance' && !event.trailer.balanced)
          throw new Error(`${file}: a remittance of the benchmark does not balance.`);
        if (event.kind !== 'claim') continue;
        const { claim, header } = event;
        const payer = payerProfileOf(header.payer, claim.filingIndicator, payers);
        const decision = decideClaim(claim, payer, rulebook);
        answers.push({ claimId: claim.claimId, ...(decision ?? {}) });
      }
  return answers;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
