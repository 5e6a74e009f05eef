import { payerRegistrySchema } from '../../functions/core/payer/registry.ts';
import type { OrganisationSettings } from '../../functions/ports/settings.ts';
import samplePayers from './sample-payers.json' with { type: 'json' };

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
  // The other payers of the samples are left as a new installation finds them: without windows or an address.
  payers: payerRegistrySchema.parse(samplePayers).payers,
  writeOffSecondPersonAboveCents: 0,
  autoPostWriteOffUpToCents: 0,
  secondPersonOnAppeals: false,
};
