import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { Route } from '../core/denial/decision.ts';
import type { Denial } from '../core/denial/denial.ts';
import { mayMove } from '../core/denial/lifecycle.ts';
import { reroutedTo, routeRefusal } from '../core/denial/reroute.ts';
import { payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { appealGateOf } from './appeal-gate-of.ts';
import { claimPaymentOf } from './make-letter.ts';

export type ReroutePorts = ActPorts & {
  readonly remittances: RemittanceStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
};

/** Another route than the rulebook's, or than the last person's, with a written reason. The decision itself stays. */
export function rerouteDenial(
  ports: ReroutePorts,
  request: ActRequest & { readonly route: Route; readonly reason: string },
): Promise<ActResult> {
  const { route, reason, user } = request;
  return actOnDenial(ports, 'reroute', request, (denial) =>
    reroutePlan(ports, denial, route, user.userId, { type: 'DenialRerouted', reason }),
  );
}

/** The plan that takes a denial to a route, or why the case does not allow it. */
export async function reroutePlan(
  ports: ReroutePorts,
  denial: Denial,
  route: Route,
  userId: string,
  told: { readonly type: string; readonly reason: string; readonly detail?: Plan['detail'] },
): Promise<Plan | Refusal> {
  const refusal = routeRefusal(route, denial);
  if (refusal !== null) return refused('ROUTE_REFUSED', refusal);

  const [stored, organisation] = await Promise.all([
    claimPaymentOf(ports, denial),
    ports.settings.organisation(),
  ]);
  const { claim, header } = stored;
  if (route === 'appeal') {
    const gate = await appealGateOf(ports, denial, stored);
    if (!gate.open) return refused('NOT_APPEALABLE', gate.sentence);
  }
  const payer = payerProfileOf(header.payer, claim.filingIndicator, knownPayers(organisation.payers));
  const patch = reroutedTo(route, userId, denial, { claim, header, payer }, ports.clocks);
  if (patch.state !== denial.state && !mayMove(denial.state, patch.state ?? denial.state)) {
    return refused('ROUTE_REFUSED', 'This route cannot be taken from where the denial stands.');
  }
  return {
    kind: 'plan',
    type: told.type,
    patch,
    reason: told.reason,
    detail: { from: denial.route, to: route, ...told.detail },
  };
}
