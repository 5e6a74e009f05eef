import type { ApprovedPacket, Delivery, HandOver } from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { areAsApproved } from './approved-bytes.ts';
import { dropInBucket, findInBucket, printRoomPlace, servicePlace } from './bucket-drop.ts';
import type { SftpDrop } from './sftp-drop.ts';

/** Every channel there is: what the setting names is what is used. */
export function deliveryBy(objects: ObjectStore, sftp: SftpDrop): Delivery {
  return {
    async handOver(packet, setting) {
      switch (setting.channel) {
        case 'file_drop':
          return dropInBucket(objects, packet, servicePlace);
        case 'print_and_mail':
          return dropInBucket(objects, packet, printRoomPlace(setting.printRoom));
        case 'portal':
          return waitForPerson(objects, packet);
        case 'sftp':
          return sftp.handOver(packet, setting);
      }
    },
    async findHandedOver(packet, setting) {
      const isServer = setting?.channel === 'sftp';
      return (
        (await findInBucket(objects, packet)) ??
        (await sftp.findHandedOver(packet, isServer ? setting : null))
      );
    },
  };
}

/** A person will take what is stored: it has to be what was approved, as for any other channel. */
async function waitForPerson(objects: ObjectStore, packet: ApprovedPacket): Promise<HandOver> {
  return (await areAsApproved(objects, packet)) ? { kind: 'waits_for_person' } : { kind: 'bytes_differ' };
}
