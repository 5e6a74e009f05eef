import { type RegistryPayer, registeredPayerOf } from './registry.ts';

/** A payer as remittances name it (N1*PR): nobody has to have configured it. */
export interface SeenPayer {
  /** N1*PR 04, else REF*2U, else TRN03; empty where it carries none. */
  readonly id: string;
  readonly name: string;
}

/** Whether an entry of the registry claims it, by id or name. */
export function isRegistered(seen: SeenPayer, payers: readonly RegistryPayer[]): boolean {
  return registeredPayerOf(seen, payers) !== null;
}
