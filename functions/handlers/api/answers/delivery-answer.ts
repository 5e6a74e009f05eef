import * as z from 'zod';
import { DELIVERY_CHANNELS } from '../../../core/appeal/packet/channel.ts';
import { DELIVERY_STANDINGS, deliveryEvidenceSchema } from '../../../core/delivery/evidence.ts';
import { deliverySettingSchema } from '../../../core/delivery/setting.ts';
import { packetPartSchema } from '../../../core/denial/denial.ts';
import { named } from '../components.ts';

const text = z.string();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

export const deliveryAnswer = named(
  'Delivery',
  z.strictObject({
    denialId: text,
    channel: z.enum([...DELIVERY_CHANNELS, 'recorded_by_person']),
    setting: deliverySettingSchema
      .nullable()
      .describe('Null where nobody settled it: it is dropped in the handover bucket'),
    standing: z
      .enum(DELIVERY_STANDINGS)
      .nullable()
      .describe('As far as the evidence goes; null while nothing is approved'),
    standingInWords: text.nullable(),
    to: z
      .strictObject({
        level: z.int().positive(),
        name: text,
        address: text.nullable(),
        fax: text.nullable(),
        portal: text.nullable(),
      })
      .nullable()
      .describe('The payer’s office; null where none is configured'),
    files: list(
      packetPartSchema.pick({ fileName: true, sha256: true, byteLength: true, pageCount: true }),
    ).describe('In the order in which they are sent'),
    checks: list(z.strictObject({ what: text, holds: z.boolean(), says: text })).describe(
      'Of a portal: whether it takes the files',
    ),
    fields: list(z.strictObject({ label: text, value: text })).describe(
      'Of a portal: what its form asks for, to be copied',
    ),
    evidence: list(named('DeliveryEvidence', deliveryEvidenceSchema)).describe('In the order of recording'),
  }),
);
