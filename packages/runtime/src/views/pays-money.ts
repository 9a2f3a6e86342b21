import type { ViewContext } from './view-context.js';

/** Whether the service's decision yields money. */
export function paysMoney({ pack, state }: Pick<ViewContext, 'pack' | 'state'>): boolean {
  return pack.decisions.get(pack.services.get(state.service)?.decision ?? '')?.result.type === 'money';
}
