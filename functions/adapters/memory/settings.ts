import type { OrganisationSettings, Settings, UserRecord } from '../../ports/settings.ts';

/** Settings and users given once. */
export class MemorySettings implements Settings {
  readonly #organisation: OrganisationSettings;
  readonly #users: readonly UserRecord[];

  constructor(organisation: OrganisationSettings, users: readonly UserRecord[] = []) {
    this.#organisation = organisation;
    this.#users = users;
  }

  async organisation(): Promise<OrganisationSettings> {
    return this.#organisation;
  }

  async user(userId: string): Promise<UserRecord | null> {
    return this.#users.find((user) => user.userId === userId) ?? null;
  }
}
