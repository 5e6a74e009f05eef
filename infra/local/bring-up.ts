import { LOCAL_ACCOUNT } from '../config.ts';
import { bootstrap, deploy, synthesise } from './deploy.ts';
import { type Emulator, type EmulatorOptions, REGION, refuseUnlessLocal, startEmulator } from './emulator.ts';
import { seedPeople } from './seed.ts';
import { setUpEmulator } from './setup-emulator.ts';
import type { Steps } from './steps.ts';
import { type LocalSystem, systemOf } from './system.ts';

/** An empty, deployed system with its people, on an emulator of its own. The caller stops the emulator. */
export async function bringUp(
  steps: Steps,
  options: EmulatorOptions,
  started: (emulator: Emulator) => void,
): Promise<LocalSystem> {
  await steps.run('Emulator in .local/venv', setUpEmulator, (installed) =>
    installed ? 'installed' : 'is there',
  );
  // Synthesis needs no emulator and takes as long as the two steps after it: side by side.
  const synthesis = synthesise();
  synthesis.catch(() => {});
  const emulator = await steps.run(
    'Emulator starts, empty',
    () => startEmulator(options),
    (e) => e.endpoint,
  );
  started(emulator);
  refuseUnlessLocal({
    endpoint: emulator.endpoint,
    accessKeyId: emulator.clientEnvironment.AWS_ACCESS_KEY_ID ?? '',
    account: LOCAL_ACCOUNT,
  });
  await steps.run(
    'CDK bootstrap',
    () => bootstrap(emulator),
    () => REGION,
  );
  const { assembly } = await steps.run(
    'Templates and bundles',
    () => synthesis,
    ({ made }) => (made ? 'made' : 'unchanged'),
  );
  const outputs = await steps.run(
    'Stacks',
    () => deploy(emulator, assembly),
    (o) => `${Object.keys(o).length} deployed`,
  );
  const system = systemOf(emulator, outputs);
  const users = await steps.run(
    'People and settings',
    () => seedPeople(system),
    (people) => `${people.length} people`,
  );
  return { ...system, users };
}
