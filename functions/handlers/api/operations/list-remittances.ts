import * as z from 'zod';
import { listRemittances as list } from '../../../use-cases/read-ledger.ts';
import { remittanceAnswer } from '../answers/ledger-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listRemittances = operation({
  id: 'listRemittances',
  method: 'GET',
  path: '/api/remittances',
  summary: 'The newest remittances: parsed against stored, to the cent',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ asOf: z.iso.date(), remittances: z.array(remittanceAnswer).readonly() }) },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (remittances) => ({
      body: {
        asOf: ports.clock.today(),
        remittances: remittances.map(({ header, trailer, ...ledger }) => ({
          remittanceId: ledger.remittanceId,
          practiceId: ledger.practiceId,
          fileSha256: ledger.fileSha256,
          payer: { id: header.payer.id, name: header.payer.name },
          traceNumber: header.traceNumber,
          paidOn: header.paidOn,
          paymentCents: header.paymentCents,
          balanced: trailer.balanced,
          imbalanceCents: trailer.imbalanceCents,
          claims: trailer.claimCount,
          paidCents: trailer.paidCents,
          storedClaims: ledger.storedClaims,
          storedPaidCents: ledger.storedPaidCents,
          denials: ledger.denials,
          deniedCents: ledger.deniedCents,
          status: ledger.status,
          statusReason: ledger.statusReason,
          loadedAt: ledger.loadedAt,
        })),
      },
    }));
  },
});
