import { createRemittanceReader } from '../../../../functions/core/remittance/reader.ts';
import type { Adjustment } from '../../../../functions/core/remittance/remittance.ts';
import { measure, readInChunks } from '../measure.ts';

/** Full extraction: every claim with lines, adjustments, remarks; PLB, balance and identity. A damaged file fails. */
await measure((path) => {
  let claims = 0;
  let chargeCents = 0;
  let paidCents = 0;
  let adjustedCents = 0;
  let providerAdjustmentCents = 0;
  const addUp = (adjustments: readonly Adjustment[]) => {
    for (const { amountCents } of adjustments) adjustedCents += amountCents;
  };
  const reader = createRemittanceReader((event) => {
    if (event.kind === 'claim') {
      const { claim } = event;
      claims++;
      chargeCents += claim.chargeCents;
      paidCents += claim.paidCents;
      addUp(claim.adjustments);
      for (const line of claim.lines) addUp(line.adjustments);
    } else if (event.kind === 'remittance') {
      const { trailer } = event;
      if (!trailer.balanced) throw new Error('does not balance');
      for (const { amountCents } of trailer.providerAdjustments) providerAdjustmentCents += amountCents;
    } else if (event.kind !== 'header') throw new Error(event.notice.message);
  });
  readInChunks(path, (chunk) => reader.push(chunk));
  reader.end();
  return { claims, chargeCents, paidCents, adjustedCents, providerAdjustmentCents };
});
