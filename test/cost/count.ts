import {
  draftItem,
  eventItem,
  metaItem,
  outboxItem,
} from '../../functions/adapters/dynamodb/denial-items.ts';
import type { DenialStore } from '../../functions/ports/denial-store.ts';

/** What AWS counts. */
export type Counted = Record<
  | 'stateTransition'
  | 'writeUnit'
  | 'readUnit'
  | 'lambdaRequest'
  | 'lambdaGbSecond'
  | 'objectWrite'
  | 'objectRead'
  | 'apiRequest',
  number
>;

export const nothing = (): Counted => ({
  stateTransition: 0,
  writeUnit: 0,
  readUnit: 0,
  lambdaRequest: 0,
  lambdaGbSecond: 0,
  objectWrite: 0,
  objectRead: 0,
  apiRequest: 0,
});

// Close to what the service counts: names and values, without the marks of their types.
const bytesOf = (item: object) => Buffer.byteLength(JSON.stringify(item));
/** A unit writes 1 KB; a transaction costs twice that. */
const writeUnits = (item: object) => Math.ceil(bytesOf(item) / 1024);
/** A unit reads 4 KB with certainty. */
const readUnits = (item: object | null) => Math.max(1, Math.ceil(bytesOf(item ?? {}) / 4096));

// META stands in two indexes while it is open, and its keys move with every change: an old entry goes, a new one comes.
const META_INDEX_WRITES = 2 * 2;

/** The store, that counts what its DynamoDB twin would be billed for. */
export function counting(store: DenialStore, counted: Counted): DenialStore {
  const change = ({ after, event, outbox, draft }: Parameters<DenialStore['change']>[0]) => {
    const meta = metaItem(after);
    const items = [
      meta,
      eventItem(event, after),
      ...(draft === undefined ? [] : [draftItem(draft)]),
      ...outbox.map((message) => outboxItem(message, event.at)),
    ];
    counted.writeUnit += 2 * items.reduce((sum, item) => sum + writeUnits(item), 0);
    counted.writeUnit += META_INDEX_WRITES * writeUnits(meta);
    counted.writeUnit += writeUnits(eventItem(event, after));
    // An outbox message enters its index, and leaves it when it is relayed.
    counted.writeUnit += outbox.length;
  };
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]) => {
        const result: unknown = await value.apply(target, args);
        switch (property) {
          case 'change':
            change(args[0] as Parameters<DenialStore['change']>[0]);
            break;
          case 'open': {
            const { denial, event, outbox, claimPayment } = args[0] as Parameters<DenialStore['open']>[0];
            change({ before: denial, after: denial, event, outbox });
            counted.writeUnit += 2 * writeUnits(claimPayment);
            break;
          }
          case 'markRelayed':
            counted.writeUnit += 2;
            break;
          case 'markResumed':
            counted.writeUnit += 1;
            break;
          case 'read':
            counted.readUnit += readUnits(result === null ? null : metaItem(result as never));
            break;
          default:
            counted.readUnit += 1;
        }
        return result;
      };
    },
  });
}
