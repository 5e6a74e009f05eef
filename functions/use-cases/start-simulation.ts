import { layeredVersion } from '../core/rulebook/compose.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { reportOf, type SimulationReport } from '../core/rulebook/simulate/report.ts';
import { SimulationTally } from '../core/rulebook/simulate/tally.ts';
import { sha256Of } from '../core/settings/draft.ts';
import type { Written } from '../core/settings/written.ts';
import type { UserRecord } from '../ports/settings.ts';
import type {
  SimulationQueue,
  SimulationRequest,
  SimulationStep,
  SimulationStore,
} from '../ports/simulations.ts';
import type { ReadResult } from './read-denial.ts';
import {
  type SettingsPorts,
  type SettingsResult,
  settingsRefusal,
  settingsRefused,
} from './settings-desk.ts';

export type SimulationPorts = SettingsPorts & {
  readonly simulations: SimulationStore;
  readonly simulationQueue: SimulationQueue;
  /** Version of the rulebook of this release. */
  readonly release: string;
};

/** A simulation as it stands. */
export interface SimulationStanding {
  readonly request: SimulationRequest;
  readonly state: SimulationStep['state'];
  /** Of the facts read so far; whole when the state is `done`. */
  readonly report: SimulationReport;
}

/**
 * Starts a simulation of a rule layer over archived claims, beside what is in force now. Whoever may draft settings
 * may; nothing comes in force.
 *
 * @param request.written null = the release without a layer
 */
export async function startSimulation(
  ports: SimulationPorts,
  request: {
    readonly user: UserRecord;
    readonly written: Written | null;
    readonly from: string | null;
    readonly until: string | null;
    readonly asOf: string | null;
  },
): Promise<
  | { readonly kind: 'started'; readonly standing: SimulationStanding }
  | Extract<SettingsResult, { kind: 'forbidden' | 'refused' }>
> {
  const { user, written, from, until } = request;
  const refusal = await settingsRefusal(ports, user, 'draft_settings', 'simulation');
  if (refusal !== null) return refusal;
  const check = written === null ? null : ports.checkLayer(written);
  if (check !== null && check.errors.length > 0)
    return settingsRefused(
      'SETTINGS_REFUSED',
      'Nothing was started: there are mistakes in the layer.',
      check.errors,
    );
  const { settings } = await ports.changes.inForce();
  const asked = {
    startedAt: ports.clock.now(),
    startedBy: user.userId,
    release: ports.release,
    presentLayer: settings.ruleLayer ?? null,
    proposedLayer: (check?.layer ?? null) as Layer | null,
    payers: settings.payers,
    ...{ from, until },
    asOf: request.asOf ?? ports.clock.today(),
  };
  const simulationId = sha256Of(asked).slice(0, 32);
  const kept = { simulationId, ...asked };
  await ports.simulations.keepRequest(kept);
  await ports.simulationQueue.send({ simulationId, step: 1 });
  return { kind: 'started', standing: standingOf(kept, null) };
}

/** A simulation with its report as far as it is. */
export async function readSimulation(
  ports: SimulationPorts,
  user: UserRecord,
  simulationId: string,
): Promise<ReadResult<SimulationStanding>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'simulation');
  if (refusal !== null) return refusal;
  const request = await ports.simulations.request(simulationId);
  if (request === null) return { kind: 'unknown' };
  return { kind: 'read', value: standingOf(request, await ports.simulations.latest(simulationId)) };
}

function standingOf(request: SimulationRequest, latest: SimulationStep | null): SimulationStanding {
  const { release, presentLayer, proposedLayer, asOf } = request;
  const rulebooks = {
    present: versionOf(release, presentLayer),
    proposed: versionOf(release, proposedLayer),
  };
  const tally = latest === null ? new SimulationTally() : SimulationTally.of(latest.tally);
  return { request, state: latest?.state ?? 'running', report: reportOf(tally, { rulebooks, asOf }) };
}

function versionOf(release: string, layer: Layer | null): string {
  return layer === null ? release : layeredVersion(release, layer);
}
