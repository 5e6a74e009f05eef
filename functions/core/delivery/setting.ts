import * as z from 'zod';
import type { DeliveryChannel } from '../appeal/packet/channel.ts';

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is a key of lower-case letters, digits and hyphens');

/** As `ssh-keygen -l` prints it: SHA-256 of the public host key in base64 without padding (RFC 4648). */
const fingerprint = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'is no fingerprint as ssh-keygen -l prints it (SHA256:…)');

const hostName = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'is no host name');

/** Of a server: no step up, so that nothing is put beside the folder that was agreed. */
const serverFolder = z
  .string()
  .max(200)
  .regex(/^(?!.*(^|\/)\.\.?(\/|$))\/?[A-Za-z0-9._/-]*[A-Za-z0-9._-]$/, 'is no folder of a server');

/** How packets for a payer leave, as two people of the organisation settled it (docs/reference/delivery.md). */
export const deliverySettingSchema = z.discriminatedUnion('channel', [
  /** Into the handover bucket, where a mailing or fax service takes it. */
  z.strictObject({ channel: z.literal('file_drop') }),
  /** Into the folder of a print room of our own, with an address page. */
  z.strictObject({ channel: z.literal('print_and_mail'), printRoom: key }),
  /** A person puts it into the payer's portal. */
  z.strictObject({ channel: z.literal('portal') }),
  z.strictObject({
    channel: z.literal('sftp'),
    host: hostName,
    port: z.int().min(1).max(65_535).default(22),
    user: z.string().regex(/^[A-Za-z0-9._@-]{1,64}$/, 'is no user name'),
    folder: serverFolder,
    /** The server is one of these, or nothing is sent. Two while its operator changes the key. */
    hostKeys: z.array(fingerprint).min(1).max(4),
    /** The name under which the deployment keeps key or password; never the secret itself. */
    credential: key,
  }),
]);
export type DeliverySetting = z.infer<typeof deliverySettingSchema>;
export type SftpSetting = Extract<DeliverySetting, { channel: 'sftp' }>;

/** What is used for a payer of whom nobody settled anything. */
export const DEFAULT_DELIVERY: DeliverySetting = { channel: 'file_drop' };

interface Settled {
  readonly delivery?: DeliverySetting | undefined;
}

/** The channel a packet for this payer is made for. Null = a payer that is not in the registry. */
export function deliveryChannelOf(payer: Settled | null): DeliveryChannel {
  return (payer?.delivery ?? DEFAULT_DELIVERY).channel;
}

/**
 * The setting by which a packet leaves that was approved for a channel; null where the payer's packets take another
 * one by now, so that what was approved must not leave.
 *
 * @param approvedFor null in approvals from before channels were kept
 */
export function settingFor(
  payer: Settled | null,
  approvedFor: DeliveryChannel | null,
): DeliverySetting | null {
  const setting = payer?.delivery ?? DEFAULT_DELIVERY;
  return setting.channel === (approvedFor ?? DEFAULT_DELIVERY.channel) ? setting : null;
}
