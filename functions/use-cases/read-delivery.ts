import { limitsOf } from '../core/appeal/packet/limits.ts';
import type { DeliveryEvidence } from '../core/delivery/evidence.ts';
import type { DeliverySetting } from '../core/delivery/setting.ts';
import { deliveryShown, type ShownDelivery } from '../core/delivery/shown.ts';
import { type Check, fieldsToCopy, portalChecks } from '../core/delivery/submission.ts';
import type { Denial, PacketPart } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import { appealsOffice, type RegistryPayer, registeredPayerOf } from '../core/payer/registry.ts';
import type { UserRecord } from '../ports/settings.ts';
import { currentFacts, type LetterPorts } from './make-letter.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export type DeliveryReadPorts = ReadPorts &
  Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words'>;

export interface DeliveryRead extends ShownDelivery {
  readonly denial: Denial;
  /** How packets for this payer leave; null where nobody settled it, and they are dropped in the handover bucket. */
  readonly setting: DeliverySetting | null;
  readonly to: RegistryPayer['appealLevels'][number] | null;
  /** In the order in which they are sent. */
  readonly files: readonly PacketPart[];
  /** Of a portal; empty of the others. */
  readonly checks: readonly Check[];
  readonly fields: ReturnType<typeof fieldsToCopy>;
  readonly evidence: readonly DeliveryEvidence[];
}

/** How the packet of a denial leaves, or left: by what way and to whom, which files, and what shows how far it came. */
export function readDelivery(
  ports: DeliveryReadPorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<DeliveryRead>> {
  return readGuarded(
    ports,
    user,
    'read_packet',
    denialId,
    async (denial): Promise<ReadResult<DeliveryRead>> => {
      const shown = deliveryShown(denial);
      if (shown === null) return { kind: 'not_yet', sentence: 'This denial has no packet, or none yet.' };
      const { payers } = await ports.settings.organisation();
      const payer = registeredPayerOf({ id: denial.payerId, name: denial.payerName }, payers);
      const to = payer === null ? null : appealsOffice(payer, denial.level);
      const files = filesOf(denial);
      const value = { denial, ...shown, setting: payer?.delivery ?? null, to, files };
      const evidence = shown.standing === 'queued' ? [] : (denial.handover?.evidence ?? []);
      if (shown.channel !== 'portal')
        return { kind: 'read', value: { ...value, checks: [], fields: [], evidence } };
      const { facts } = await currentFacts(ports, denial);
      const checks = portalChecks(files, to?.portal ?? null, limitsOf('portal', { fax: false }));
      return { kind: 'read', value: { ...value, checks, fields: fieldsToCopy(facts), evidence } };
    },
  );
}

/** In several files where the channel takes them so; a print room gets the address page before the packet. */
function filesOf({ candidate }: Denial): readonly PacketPart[] {
  if (candidate === null) return [];
  const { sha256, objectKey, objectVersionId, byteLength, pageCount, parts, channel } = candidate;
  const whole = { sha256, objectKey, objectVersionId, byteLength, pageCount, fileName: 'packet.pdf' };
  if (channel === 'portal' && parts.length > 0) return parts;
  return [...parts, whole];
}
