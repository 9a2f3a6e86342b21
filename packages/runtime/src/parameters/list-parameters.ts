import {
  type ComposedPack,
  type LocalizedText,
  type ParamDefinition,
  paramHash,
  paramNode,
  type ServiceDefinition,
  type WorkflowDefinition,
} from '@careway/definition';
import { cellParameters } from './cell-parameters.js';
import type { Parameter } from './parameter.js';
import { paramSentence } from './parameter-words.js';

/**
 * Every figure of a pack that its administrator may set: day counts, limits and switches of workflows, figures and bounds of the tables
 * that an overlay brought. Tables of a base pack are those of laws and standards: no city sets their figures.
 */
export function listParameters(pack: ComposedPack): readonly Parameter[] {
  const services = [...pack.services.values()];
  const local = new Set(pack.changes.map(({ document }) => document));
  const decisions = [...pack.decisions.values()].filter(({ id }) => local.has(`decision:${id}`));
  return [
    ...decisions.flatMap((decision) => cellParameters(pack, decision)),
    ...[...pack.workflows.values()].flatMap((workflow) => [
      ...(workflow.params ?? []).map((param) => paramParameter(workflow, param)),
      ...services.filter((service) => service.workflow === workflow.id).flatMap((service) => ownParameters(workflow, service)),
    ]),
  ];
}

function ownParameters(workflow: WorkflowDefinition, service: ServiceDefinition): Parameter[] {
  return (service.params ?? []).flatMap((setting) => {
    const param = (workflow.params ?? []).find(({ id }) => id === setting.param);
    return param ? [paramParameter(workflow, param, service)] : [];
  });
}

function paramParameter(workflow: WorkflowDefinition, param: ParamDefinition, service?: ServiceDefinition): Parameter {
  const { value, basis } = paramNode(param, service);
  const { id, label, type, values, minimum, maximum } = param;
  const unit = unitOf(workflow, id);
  return {
    key: `param:${workflow.id}/${id}${service ? `@${service.id}` : ''}`,
    address: { kind: 'param', workflow: workflow.id, param: id, type, ...(service ? { service: service.id } : {}) },
    group: type === 'boolean' || type === 'code' ? 'switch' : unit ? 'days' : 'threshold',
    of: (service ?? workflow).label,
    sentence: paramSentence(param, unit),
    label,
    type,
    value: String(value),
    ...(values ? { values } : {}),
    ...(minimum === undefined ? {} : { minimum: String(minimum) }),
    ...(maximum === undefined ? {} : { maximum: String(maximum) }),
    basis,
    expects: paramHash(param, service),
    document: service ? `service:${service.id}` : `workflow:${workflow.id}`,
    path: `/params/${id}`,
    affects: `workflow:${workflow.id}`,
  };
}

const units: Readonly<Record<string, LocalizedText>> = {
  hour: { 'zh-CN': '小时', en: ' hours' },
  'working-day': { 'zh-CN': '个工作日', en: ' working days' },
  'calendar-day': { 'zh-CN': '个自然日', en: ' calendar days' },
  month: { 'zh-CN': '个月', en: ' months' },
  year: { 'zh-CN': '年', en: ' years' },
};

/** The unit in which a parameter counts, when it is the length of a clock or of its extension. */
function unitOf(workflow: WorkflowDefinition, param: string): LocalizedText | undefined {
  const own = workflow.clocks.find((clock) => clock.param === param);
  const extended = (workflow.procedures ?? []).find((procedure) => procedure.param === param)?.clocks ?? [];
  const clock = own ?? workflow.clocks.find(({ id }) => extended.includes(id));
  return clock && units[clock.unit];
}
