import * as z from 'zod';
import { payerOf } from '../../../core/settings/apply-draft.ts';
import { listPayers as list } from '../../../use-cases/read-settings.ts';
import { payersAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listPayers = operation({
  id: 'listPayers',
  method: 'GET',
  path: '/api/settings/payers',
  summary:
    'The payer registry in force, open drafts about payers, and payers that remittances named and nobody has configured',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: payersAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), ({ version, payers, drafts, seenNotConfigured }) => ({
      body: {
        version,
        payers: payers.map(({ payer, name, seenAs, payerType, windows }) => ({
          payer,
          name,
          seenAs,
          payerType,
          windows: windows.length,
        })),
        drafts: drafts.map((draft) => ({
          payer: payerOf(draft),
          version: draft.version,
          removes: draft.content === null,
          reason: draft.reason,
          editedBy: draft.editedBy,
          changedAt: draft.changedAt,
        })),
        seenNotConfigured,
      },
    }));
  },
});
