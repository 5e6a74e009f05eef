import type { Channel } from '../deadline/deadline.ts';
import type { DeliverySetting } from '../delivery/setting.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import type { PayerRegistry, RegistryPayer } from './registry.ts';

/** What the clock should reckon with where packets leave so; null where the service that takes them decides. */
const RECKONED_AS: Readonly<Record<DeliverySetting['channel'], Channel | null>> = {
  file_drop: null,
  print_and_mail: 'mail',
  portal: 'portal',
  sftp: 'electronic',
};

const LETTERS = ['appeal', 'dispute'] as const;

/** Settings of delivery that lack what they need, or that the clocks do not reckon with. */
export function deliveryWarnings({ payers }: PayerRegistry): DataProblem[] {
  return payers.flatMap((payer, at) => {
    const { delivery } = payer;
    if (delivery === undefined) return [];
    const found = [missingOffice(payer, delivery), ...otherLeadTimes(payer, delivery)];
    return found.flatMap((problem) =>
      problem === null
        ? []
        : [{ path: ['payers', at, ...problem.path], where: payer.payer, ...rest(problem) }],
    );
  });
}

type Found = Pick<DataProblem, 'path' | 'message' | 'remedy'>;

function rest({ message, remedy }: Found): Pick<DataProblem, 'message' | 'remedy'> {
  return { message, remedy };
}

function missingOffice({ appealLevels }: RegistryPayer, { channel }: DeliverySetting): Found | null {
  const path = ['delivery', 'channel'];
  if (channel === 'print_and_mail' && appealLevels.every(({ address }) => address === null)) {
    return { path, message: 'no appeal level has an address to mail to', remedy: 'enter it at appealLevels' };
  }
  if (channel === 'portal' && appealLevels.every(({ portal }) => portal === null)) {
    return { path, message: 'no appeal level names its portal', remedy: 'enter its address at appealLevels' };
  }
  return null;
}

function otherLeadTimes({ channels }: RegistryPayer, { channel }: DeliverySetting): readonly Found[] {
  const reckoned = RECKONED_AS[channel];
  if (reckoned === null) return [];
  return LETTERS.flatMap((kind) => {
    const said = channels[kind];
    if (said === undefined || said === reckoned) return [];
    const message = `the clock of ${kind}s reckons with ${said}, and packets leave by ${channel.replaceAll('_', ' ')}`;
    return [{ path: ['channels', kind], message, remedy: `say ${reckoned}, or another delivery` }];
  });
}
