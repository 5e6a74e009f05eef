/** Names of the CMS place of service code set, shortened; codes that name no place (unassigned) are left out. */
const NAMES: Readonly<Record<string, string>> = {
  '01': 'pharmacy',
  '02': 'telehealth, not at home',
  '03': 'school',
  '04': 'homeless shelter',
  '09': 'correctional facility',
  '10': 'telehealth, at home',
  '11': 'office',
  '12': 'home',
  '13': 'assisted living facility',
  '14': 'group home',
  '15': 'mobile unit',
  '16': 'temporary lodging',
  '17': 'walk-in retail health clinic',
  '18': 'place of employment',
  '19': 'off-campus outpatient hospital',
  '20': 'urgent care facility',
  '21': 'inpatient hospital',
  '22': 'on-campus outpatient hospital',
  '23': 'hospital emergency room',
  '24': 'ambulatory surgical center',
  '25': 'birthing center',
  '26': 'military treatment facility',
  '27': 'outreach site or street',
  '31': 'skilled nursing facility',
  '32': 'nursing facility',
  '33': 'custodial care facility',
  '34': 'hospice',
  '41': 'ambulance, land',
  '42': 'ambulance, air or water',
  '49': 'independent clinic',
  '50': 'federally qualified health center',
  '51': 'inpatient psychiatric facility',
  '52': 'psychiatric facility, partial hospitalization',
  '53': 'community mental health center',
  '54': 'intermediate care facility',
  '55': 'residential substance abuse treatment facility',
  '56': 'psychiatric residential treatment center',
  '57': 'non-residential substance abuse treatment facility',
  '58': 'non-residential opioid treatment facility',
  '60': 'mass immunization center',
  '61': 'inpatient rehabilitation facility',
  '62': 'outpatient rehabilitation facility',
  '65': 'end-stage renal disease treatment facility',
  '66': 'PACE center',
  '71': 'public health clinic',
  '72': 'rural health clinic',
  '81': 'independent laboratory',
  '99': 'other place',
};

/**
 * A place of service (CLM05-1) as a letter names it: with its name where it has one, else by its code alone.
 *
 * @example
 * placeOfServiceInWords('23') // 'hospital emergency room (23)'
 */
export function placeOfServiceInWords(code: string): string {
  const name = NAMES[code];
  return name === undefined ? `place of service ${code}` : `${name} (${code})`;
}
