import * as z from 'zod';
import { sayStanding } from '../../../core/delivery/evidence.ts';
import { readDelivery as read } from '../../../use-cases/read-delivery.ts';
import { deliveryAnswer } from '../answers/delivery-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDelivery = operation({
  id: 'readDelivery',
  method: 'GET',
  path: '/api/denials/{denialId}/delivery',
  summary: 'How the packet leaves, or left: channel, files in order, checklist of a portal, evidence',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: deliveryAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, ...delivery }) => ({
      body: {
        ...delivery,
        denialId: denial.denialId,
        standingInWords: delivery.standing && sayStanding(delivery.standing),
        files: delivery.files.map(({ fileName, sha256, byteLength, pageCount }) => ({
          fileName,
          sha256,
          byteLength,
          pageCount,
        })),
      },
      version: denial.version,
    }));
  },
});
