/** Bedrock: Select Route Policy. */
import * as l10n from '@vscode/l10n';
import { ROUTE_POLICIES, type RoutePolicy } from '../bedrock/models/routePolicy.ts';
import { askPick, BACK } from '../editor/ask.ts';
import { routePolicy, setRoutePolicy } from '../editor/settings.ts';
import type { Command, Parts } from './parts.ts';

export const selectRoutePolicy: Command = {
  id: 'openclawBedrock.selectRoutePolicy',
  /** Called with one of `ROUTE_POLICIES` it asks nothing. */
  run: async (_parts: Parts, given?: unknown) => {
    const before = routePolicy();
    const policy = ROUTE_POLICIES.find(each => each === given) ?? (await ask(before));
    if (policy && policy !== before) await setRoutePolicy(policy);
    return { routePolicy: policy ?? before, changed: policy !== undefined && policy !== before };
  },
};

async function ask(current: RoutePolicy): Promise<RoutePolicy | undefined> {
  const details: Readonly<Record<RoutePolicy, string>> = {
    auto: l10n.t('The nearest route; "global" only for models that have no other'),
    regional: l10n.t('Never leaves your geography: no "global" profiles at all'),
    global: l10n.t('"global" profiles where there are some, for the most throughput'),
    'on-demand': l10n.t('Never leaves your region: no profiles that span regions'),
  };
  const picked = await askPick<RoutePolicy>({
    title: l10n.t('Select Route Policy'),
    placeholder: l10n.t('How far requests may go to reach a model'),
    items: ROUTE_POLICIES.map(value => ({
      label: value,
      detail: details[value],
      isCurrent: value === current,
      value,
    })),
  });
  return picked === BACK ? undefined : picked;
}
