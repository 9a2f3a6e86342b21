import { freezeJson } from '../freeze-json.js';
import { hashDocument } from '../hash.js';
import type { LocalizedText } from '../issue.js';
import { packIssue } from '../issue-catalogue.js';
import { paramValueIssue } from '../param-value.js';
import type { SetParam } from '../schemas/overlay.js';
import type { ServiceDefinition } from '../schemas/service.js';
import type { ParamDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import type { OperationOutcome, OperationTarget } from './apply-operations.js';
import { staleIssue } from './node-history.js';
import { basisIssue, basisWords } from './operation-basis.js';

const file = 'overlay.json';

/** Sets a parameter of a workflow, or of one of its services. */
export function setParam(target: OperationTarget, operation: SetParam): OperationOutcome {
  const { draft, path, history } = target;
  const dangling = (key: 'workflow' | 'param' | 'service', whatZh: string) =>
    packIssue(
      'DANGLING_REFERENCE',
      `${path}/${key}`,
      { id: operation[key] ?? '', what: key === 'param' ? 'parameter' : key, whatZh },
      { file },
    );
  const workflow = draft.workflows.get(operation.workflow);
  if (!workflow) return dangling('workflow', '流程');
  const param = (workflow.params ?? []).find(({ id }) => id === operation.param);
  if (!param) return dangling('param', '参数');
  const service = operation.service === undefined ? undefined : draft.services.get(operation.service);
  if (operation.service !== undefined && service?.workflow !== workflow.id) return dangling('service', '事项');
  const wrong =
    paramValueIssue(param, operation.value, `${path}/value`, file) ??
    basisIssue(draft, { basis: operation.basis, figures: [operation.value], numerals: true }, path);
  if (wrong) return wrong;
  const node = `param:${workflow.id}/${param.id}/${service?.id ?? ''}`;
  const before = paramNode(param, service);
  if (!history.fits(node, before, operation.expects)) return staleIssue(path, param.label, paramWords(param, before.value));
  history.keep(node, before);
  const change = { param, service, before: before.value, operation };
  const text = tell(target, workflow, change);
  if (service) {
    draft.services.set(service.id, freezeJson(withSetting(service, operation)));
    return { document: `service:${service.id}`, path: `/params/${param.id}`, text };
  }
  draft.workflows.set(workflow.id, freezeJson(withParam(workflow, { ...param, value: operation.value, basis: operation.basis })));
  return { document: `workflow:${workflow.id}`, path: `/params/${param.id}`, text };
}

/** A parameter as it applies to a service, or to every service that has no value of its own: what `expects` is the hash of. */
export function paramNode(param: ParamDefinition, service?: ServiceDefinition): ParamDefinition {
  const own = service?.params?.find((setting) => setting.param === param.id);
  return own ? { ...param, value: own.value, basis: own.basis } : param;
}

/** Content hash of a parameter, for an operation written against it. */
export function paramHash(param: ParamDefinition, service?: ServiceDefinition): string {
  return hashDocument(paramNode(param, service));
}

function withParam(workflow: WorkflowDefinition, param: ParamDefinition): WorkflowDefinition {
  return { ...workflow, params: (workflow.params ?? []).map((known) => (known.id === param.id ? param : known)) };
}

function withSetting(service: ServiceDefinition, { param, value, basis }: SetParam): ServiceDefinition {
  const setting = { param, value, basis };
  const known = service.params ?? [];
  const replaced = known.map((one) => (one.param === param ? setting : one));
  return { ...service, params: known.some((one) => one.param === param) ? replaced : [...known, setting] };
}

/** A parameter's value for people: labels for codes, yes and no for switches. */
export function paramWords(param: ParamDefinition, value: ParamDefinition['value']): LocalizedText {
  if (typeof value === 'boolean') return { 'zh-CN': value ? '是' : '否', en: value ? 'yes' : 'no' };
  return (param.values ?? []).find((known) => known.value === value)?.label ?? { 'zh-CN': String(value), en: String(value) };
}

interface ParamChange {
  readonly param: ParamDefinition;
  readonly service: ServiceDefinition | undefined;
  readonly before: ParamDefinition['value'];
  readonly operation: SetParam;
}

function tell({ draft }: OperationTarget, workflow: WorkflowDefinition, { param, service, before, operation }: ParamChange): LocalizedText {
  const why = basisWords(draft, operation.basis);
  const [was, is] = [paramWords(param, before), paramWords(param, operation.value)];
  const same = before === operation.value;
  const zh = same ? `保持 ${is['zh-CN']}` : `由 ${was['zh-CN']} 改为 ${is['zh-CN']}`;
  const en = same ? `stays ${is.en}` : `from ${was.en} to ${is.en}`;
  const of = (service ?? workflow).label;
  return {
    'zh-CN': `${of['zh-CN']}：“${param.label['zh-CN']}”${zh}（${why['zh-CN']}）。`,
    en: `${of.en}: “${param.label.en}” ${en} (${why.en}).`,
  };
}
