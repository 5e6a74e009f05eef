import { expect, test } from 'vitest';
import { SHIPPED_SETTINGS } from '../../../functions/adapters/dynamodb/settings.ts';
import { settingsReadOnce } from '../../../functions/adapters/settings-read-once.ts';

function countedSettings() {
  const asked = { times: 0, secondPersonOnAppeals: false };
  return {
    asked,
    settings: {
      async organisation() {
        asked.times += 1;
        return { ...SHIPPED_SETTINGS, secondPersonOnAppeals: asked.secondPersonOnAppeals };
      },
      user: async () => null,
    },
  };
}

test('one call reads the settings of the organisation once, even where two steps ask at the same time', async () => {
  const { asked, settings } = countedSettings();
  const call = settingsReadOnce(settings);

  const answers = await Promise.all([call.organisation(), call.organisation()]);
  answers.push(await call.organisation());

  expect(asked.times).toBe(1);
  expect(new Set(answers).size).toBe(1);
});

test('a call sees one and the same settings to its end, and the next one what was published since', async () => {
  const { asked, settings } = countedSettings();
  const call = settingsReadOnce(settings);
  await call.organisation();
  asked.secondPersonOnAppeals = true;

  expect((await call.organisation()).secondPersonOnAppeals).toBe(false);
  expect((await settingsReadOnce(settings).organisation()).secondPersonOnAppeals).toBe(true);
});
