import { chooseTemplate, letterCaseOf } from '../core/appeal/choose-template.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { Route } from '../core/denial/decision.ts';
import type { Denial } from '../core/denial/denial.ts';
import { mayMove } from '../core/denial/lifecycle.ts';
import { reroutedTo, routeRefusal } from '../core/denial/reroute.ts';
import { payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Letters } from '../ports/letters.ts';
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
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
  readonly letters: Letters;
};

/** Another route than the rulebook's, or than the last person's, with a written reason. The decision itself stays. */
export function rerouteDenial(
  ports: ReroutePorts,
  request: ActRequest & {
    readonly route: Route;
    readonly reason: string;
    /** The letter that is no appeal is written, approved and sent on the route of documents. */
    readonly notice?: boolean | undefined;
  },
): Promise<ActResult> {
  const { route, reason, user, notice = false } = request;
  return actOnDenial(ports, 'reroute', request, (denial) =>
    reroutePlan(ports, denial, route, user.userId, {
      type: notice ? 'NoticeBegun' : 'DenialRerouted',
      reason,
      letterKind: notice ? 'notice' : 'appeal',
    }),
  );
}

/** The plan that takes a denial to a route, or why the case does not allow it. */
export async function reroutePlan(
  ports: ReroutePorts,
  denial: Denial,
  route: Route,
  userId: string,
  told: {
    readonly type: string;
    readonly reason: string;
    readonly detail?: Plan['detail'];
    readonly letterKind?: Denial['letterKind'];
  },
): Promise<Plan | Refusal> {
  const { letterKind = 'appeal' } = told;
  const refusal = routeRefusal(route, denial, letterKind);
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
  if (letterKind === 'notice' && !isNoticeWritten(ports, denial, claim.remarks)) {
    return refused('ROUTE_REFUSED', 'No notice is written for this denial: it is for other codes or payers.');
  }
  const payer = payerProfileOf(header.payer, claim.filingIndicator, knownPayers(organisation.payers));
  const patch = reroutedTo(route, userId, denial, { claim, header, payer }, ports.clocks, letterKind);
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

function isNoticeWritten(
  { letters }: ReroutePorts,
  denial: Denial,
  claimRemarks: readonly string[],
): boolean {
  return chooseTemplate(letters.templates(), letterCaseOf(denial, claimRemarks, 'notice')) !== null;
}
