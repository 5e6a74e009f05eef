import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';

export interface PracticePorts {
  readonly settings: Settings;
  readonly remittances: Pick<RemittanceStore, 'listPractices'>;
}

/**
 * Those of these practices that the organisation does not have: neither its settings nor any remittance names them.
 *
 * @example
 * await strangePractices(ports, ['1555012347', '9999999999']) // ['9999999999']
 */
export async function strangePractices(
  { settings, remittances }: PracticePorts,
  practices: readonly string[],
): Promise<readonly string[]> {
  if (practices.length === 0) return [];
  const [organisation, paid] = await Promise.all([settings.organisation(), remittances.listPractices()]);
  const known = new Set<string>([...organisation.practices.map(({ practiceId }) => practiceId), ...paid]);
  return practices.filter((practiceId) => !known.has(practiceId));
}
