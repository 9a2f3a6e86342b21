import { checkEverywhere } from './checks/check-everywhere.js';
import { checkQuotedParam } from './checks/check-quoted-param.js';
import { createScope, documentCheck } from './checks/scope.js';
import type { Pack } from './documents.js';
import { freezeJson } from './freeze-json.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import type { PackChange } from './pack-changes.js';
import type { PackDraft } from './pack-content.js';
import { paramValueIssue } from './param-value.js';
import type { AddFact, SetParam } from './schemas/overlay.js';
import type { ParamDefinition, WorkflowDefinition } from './schemas/workflow.js';

/** Applies the operations of a pack's overlay.json to a draft, in order; a wrong one is an issue and changes nothing. */
export function applyOverlay(draft: PackDraft, pack: Pack): { readonly issues: readonly Issue[]; readonly changes: readonly PackChange[] } {
  const issues: Issue[] = [];
  const changes: PackChange[] = [];
  for (const [index, operation] of (pack.overlay?.operations ?? []).entries()) {
    const path = `/operations/${index}`;
    const outcome = operation.op === 'set-param' ? setParam(draft, operation, path) : addFact(draft, operation, path);
    if ('code' in outcome) issues.push(outcome);
    else changes.push(outcome);
  }
  return { issues, changes };
}

function noWorkflow(id: string, path: string): Issue {
  return packIssue('DANGLING_REFERENCE', `${path}/workflow`, { id, what: 'workflow', whatZh: '流程' }, { file: 'overlay.json' });
}

/** The checks of the composed pack look at what the fact refers to. */
function addFact(draft: PackDraft, { workflow: id, of, fact }: AddFact, path: string): Issue | PackChange {
  const file = 'overlay.json';
  const workflow = draft.workflows.get(id);
  if (!workflow) return noWorkflow(id, path);
  const known = [...workflow.facts, ...(workflow.items?.facts ?? [])].some((other) => other.id === fact.id);
  if (known) return packIssue('DUPLICATE_ID', `${path}/fact/id`, { id: fact.id, what: 'facts' }, { file });
  const { items } = workflow;
  if (of === 'items' && !items)
    return packIssue('DANGLING_REFERENCE', `${path}/of`, { id: 'items', what: 'items', whatZh: '明细' }, { file });
  const changed =
    of === 'items' && items
      ? { ...workflow, items: { ...items, facts: [...items.facts, fact] } }
      : { ...workflow, facts: [...workflow.facts, fact] };
  draft.workflows.set(id, freezeJson(changed));
  const text = {
    'zh-CN': `${workflow.label['zh-CN']}:增加事实“${fact.label['zh-CN']}”。`,
    en: `${workflow.label.en}: the fact “${fact.label.en}” is added.`,
  };
  return { document: `workflow:${id}`, path: `/facts/${fact.id}`, text };
}

function setParam(draft: PackDraft, operation: SetParam, path: string): Issue | PackChange {
  const file = 'overlay.json';
  const workflow = draft.workflows.get(operation.workflow);
  if (!workflow) return noWorkflow(operation.workflow, path);
  const param = (workflow.params ?? []).find(({ id }) => id === operation.param);
  if (!param) return packIssue('DANGLING_REFERENCE', `${path}/param`, { id: operation.param, what: 'parameter', whatZh: '参数' }, { file });
  const wrong = paramValueIssue(param, operation.value, `${path}/value`, file) ?? basisIssue(draft, operation, path);
  if (wrong) return wrong;
  draft.workflows.set(workflow.id, freezeJson(withParam(workflow, { ...param, value: operation.value, basis: operation.basis })));
  return { document: `workflow:${workflow.id}`, path: `/params/${param.id}`, text: tell(workflow, param, operation) };
}

function basisIssue(draft: PackDraft, { basis, value }: SetParam, path: string): Issue | undefined {
  const scope = createScope(draft, new Set());
  const issues: Issue[] = [];
  const check = documentCheck({ ...scope, issues }, 'overlay');
  checkEverywhere(check, { basis }, path);
  checkQuotedParam(check, { basis, value }, `${path}/value`);
  return issues[0];
}

function withParam(workflow: WorkflowDefinition, param: ParamDefinition): WorkflowDefinition {
  return { ...workflow, params: (workflow.params ?? []).map((known) => (known.id === param.id ? param : known)) };
}

function tell(workflow: WorkflowDefinition, param: ParamDefinition, operation: SetParam): PackChange['text'] {
  const show = (value: ParamDefinition['value'], locale: 'zh-CN' | 'en') => {
    if (typeof value === 'boolean') return { 'zh-CN': value ? '是' : '否', en: value ? 'yes' : 'no' }[locale];
    return (param.values ?? []).find((known) => known.value === value)?.label[locale] ?? String(value);
  };
  const why =
    operation.basis.clause === undefined
      ? { 'zh-CN': '本地自定', en: 'set by the city' }
      : { 'zh-CN': `依据 ${operation.basis.clause}`, en: `by ${operation.basis.clause}` };
  const same = param.value === operation.value;
  const zh = same ? `保持 ${show(operation.value, 'zh-CN')}` : `由 ${show(param.value, 'zh-CN')} 改为 ${show(operation.value, 'zh-CN')}`;
  const en = same ? `stays ${show(operation.value, 'en')}` : `from ${show(param.value, 'en')} to ${show(operation.value, 'en')}`;
  return {
    'zh-CN': `${workflow.label['zh-CN']}:“${param.label['zh-CN']}”${zh}(${why['zh-CN']})。`,
    en: `${workflow.label.en}: “${param.label.en}” ${en} (${why.en}).`,
  };
}
