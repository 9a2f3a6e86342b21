import { freezeJson } from './freeze-json.js';
import type { PackContent, PackDraft } from './pack-content.js';
import type { ServiceDefinition } from './schemas/service.js';

/**
 * Fills in the decision of each service that leaves the choice to a parameter of its workflow, by the value that holds here: whoever reads
 * a composed pack finds it in `decision`. A value without a decision leaves the service without one; the check tells.
 */
export function chooseDecisions(draft: PackDraft): void {
  for (const [id, service] of draft.services) {
    const decision = chosenDecision(draft, service);
    if (service.decisionBy !== undefined && decision !== service.decision) draft.services.set(id, freezeJson({ ...service, decision }));
  }
}

/** The decision that a parameter chooses for a service; undefined where none does. */
export function chosenDecision(
  { workflows }: Pick<PackContent, 'workflows'>,
  { workflow, params, decisionBy }: ServiceDefinition,
): string | undefined {
  if (!decisionBy) return undefined;
  const own = params?.find(({ param }) => param === decisionBy.param)?.value;
  const value = own ?? workflows.get(workflow)?.params?.find(({ id }) => id === decisionBy.param)?.value;
  return typeof value === 'string' && Object.hasOwn(decisionBy.decisions, value) ? decisionBy.decisions[value] : undefined;
}
