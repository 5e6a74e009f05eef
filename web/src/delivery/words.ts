import type { components } from '../../../client/schema.d.ts';

type Answer = components['schemas']['Delivery'];

export const CHANNEL_IN_WORDS: Readonly<Record<Answer['channel'], string>> = {
  file_drop: 'Handover folder of a mailing or fax service',
  print_and_mail: 'Print and mail',
  portal: 'The payer’s portal',
  sftp: 'SFTP drop',
  recorded_by_person: 'A person, who recorded it',
};

export const SHOWN_IN_WORDS: Readonly<Record<components['schemas']['DeliveryEvidence']['shows'], string>> = {
  handed_over: 'Handed over',
  accepted_by_channel: 'Accepted by the channel',
  acknowledged_by_payer: 'Acknowledged by the payer',
};
