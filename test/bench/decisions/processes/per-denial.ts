import { readFileSync } from 'node:fs';
import { bundledClocks } from '../../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../../functions/adapters/rulebook-bundled.ts';
import { clocksOf } from '../../../../functions/core/deadline/clocks.ts';
import { decideClaim } from '../../../../functions/core/denial/decide.ts';
import type { Decision } from '../../../../functions/core/denial/decision.ts';
import { type PayerProfile, payerProfileOf } from '../../../../functions/core/payer/profile.ts';
import { createRemittanceReader } from '../../../../functions/core/remittance/reader.ts';
import type { ClaimPayment, RemittanceHeader } from '../../../../functions/core/remittance/remittance.ts';

/** Decides every denial of a file and counts its clocks, in turns. Microseconds a denial. */
interface Denied {
  readonly claim: ClaimPayment;
  readonly header: RemittanceHeader;
  readonly payer: PayerProfile;
  readonly decision: Decision;
}

const rulebook = bundledRulebook();
const denied: Denied[] = [];
const reader = createRemittanceReader((event) => {
  if (event.kind !== 'claim') return;
  const { claim, header } = event;
  const payer = payerProfileOf(header.payer, claim.filingIndicator, []);
  const decision = decideClaim(claim, payer, rulebook);
  if (decision?.class === 'denial') denied.push({ claim, header, payer, decision });
});
reader.push(readFileSync(process.argv[2] ?? ''));
reader.end();

const ROUNDS = 7;
const times = new Map<string, number[]>();
const timed = (what: string, work: (one: Denied) => unknown) => {
  const startedAt = performance.now();
  for (const one of denied) work(one);
  const microseconds = ((performance.now() - startedAt) * 1000) / denied.length;
  times.set(what, [...(times.get(what) ?? []), microseconds]);
};
for (let round = 0; round < ROUNDS; round++) {
  const clocks = bundledClocks();
  timed('decide', ({ claim, payer }) => decideClaim(claim, payer, rulebook));
  timed('clocks', (one) => clocksOf(one, clocks));
}
const medians = [...times].map(([what, all]) => [what, all.sort((a, b) => a - b)[ROUNDS >> 1]]);
console.log(JSON.stringify({ denials: denied.length, ...Object.fromEntries(medians) }));
