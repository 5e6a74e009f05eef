import type { OrganisationSettings, Settings } from '../ports/settings.ts';

/**
 * Settings for one call of a function: however many steps ask for the organisation's, they are read once and are the
 * same for all of them. The next call makes another, and sees what was published since.
 */
export function settingsReadOnce(settings: Settings): Settings {
  let read: Promise<OrganisationSettings> | null = null;
  return {
    organisation: () => {
      read ??= settings.organisation();
      return read;
    },
    user: (userId) => settings.user(userId),
  };
}
