import type { OrganisationSettings } from '../../functions/ports/settings.ts';

/** The practice for which the second biller works. */
export const LIMITED_PRACTICE = '1555056781';

/** Made-up practices and payers: those of the remittances in events/samples. */
export const SAMPLE_ORGANISATION: OrganisationSettings = {
  timeZone: 'America/Chicago',
  practices: [
    {
      practiceId: '1555012347',
      legalName: 'Cedar Ridge Medical Group',
      address: '210 Cedar Ridge Road, Suite 4, Prairie City, KS 66001',
      telephone: '(800) 555-0101',
      fax: '(800) 555-0102',
      contactName: 'Billing office',
      signatory: { name: 'Alma Whitfield, MD', title: 'Medical Director' },
    },
    {
      practiceId: LIMITED_PRACTICE,
      legalName: 'Lakeview Orthopedics',
      address: '18 Harbor Street, Port Alden, ME 04101',
      telephone: '(800) 555-0111',
      fax: '(800) 555-0112',
      contactName: 'Patient accounts',
      signatory: { name: 'Jonas Okafor, MD', title: 'Managing Partner' },
    },
  ],
  payers: [
    {
      entry: { match: { id: '87654' }, payerType: 'commercial', network: 'in', allowFrequency7: true },
      appealsAddress: 'Provider Appeals\nPO Box 1299\nPrairie City, KS 66001',
      appealsFax: '(800) 555-0143',
    },
    {
      entry: { match: { id: '76543' }, payerType: 'commercial', network: 'in' },
      appealsAddress: 'Provider Appeals\n400 Lantern Street\nPort Alden, ME 04101',
      appealsFax: '(800) 555-0172',
    },
    {
      entry: { match: { id: '09999' }, payerType: 'medicare_ffs' },
      appealsAddress: 'Redeterminations\nPO Box 7711\nMidland, NE 68101',
      appealsFax: null,
    },
    // The other payers are left as a new installation finds them: without an appeals address.
  ],
  writeOffSecondPersonAboveCents: 0,
  autoPostWriteOffUpToCents: 0,
  secondPersonOnAppeals: false,
};
