import * as z from 'zod';
import { listRemittances as list } from '../../../use-cases/read-ledger.ts';
import { remittanceAnswer } from '../answers/ledger-answer.ts';
import { cursorOf, ledgerQuery, nextCursorAnswer } from '../cursor.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { remittanceRow } from '../remittance-view.ts';

export const listRemittances = operation({
  id: 'listRemittances',
  method: 'GET',
  path: '/api/remittances',
  summary:
    'Remittances, the newest payment first: parsed against stored, to the cent; all, or only those that a person must look at',
  params: nothing,
  query: ledgerQuery,
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      remittances: z.array(remittanceAnswer).readonly(),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { cursor = null, only } }) {
    const page = await list(ports, user, { after: cursor, onlyExceptions: only !== undefined });
    return outcomeOfRead(page, ({ items, next }) => ({
      body: {
        asOf: ports.clock.today(),
        remittances: items.map((each) => remittanceRow(each, user)),
        cursor: cursorOf(next),
      },
    }));
  },
});
