import type { DecisionDefinition, FormDefinition, ParamDefinition, ServiceDefinition, WorkflowDefinition } from '@careway/definition';

/** What a form's computed values read besides its answers. Plain data, so that it travels to the browser. */
export interface FormRules {
  readonly decisions: readonly DecisionDefinition[];
  /** Parameters of the workflows that the decisions belong to, each with the value that holds here. */
  readonly params: readonly ParamDefinition[];
}

/** The parts of a pack that are looked through. */
export interface RuleSource {
  readonly decisions: ReadonlyMap<string, DecisionDefinition>;
  readonly workflows: ReadonlyMap<string, WorkflowDefinition>;
}

/** The decisions that a form names, as a pack holds them, and their parameters; a service's own values come before the workflow's. */
export function formRules(
  { decisions, workflows }: RuleSource,
  form: FormDefinition,
  service?: Pick<ServiceDefinition, 'workflow' | 'params'>,
): FormRules {
  const ids = new Set((form.computed ?? []).flatMap(({ decision }) => decision ?? []));
  const named = [...ids].flatMap((id) => decisions.get(id) ?? []);
  const params = new Map<string, ParamDefinition>();
  for (const workflow of new Set(named.flatMap((decision) => decision.workflow ?? []))) {
    for (const param of workflows.get(workflow)?.params ?? []) {
      const own = service?.workflow === workflow ? service.params?.find((set) => set.param === param.id) : undefined;
      params.set(param.id, own ? { ...param, value: own.value } : param);
    }
  }
  return { decisions: named, params: [...params.values()] };
}
