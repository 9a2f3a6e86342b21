import { freezeJson } from '../freeze-json.js';
import { packIssue } from '../issue-catalogue.js';
import type { AddFact } from '../schemas/overlay.js';
import type { OperationOutcome, OperationTarget } from './apply-operations.js';

const file = 'overlay.json';

/** Adds a fact to a workflow or its rows. The checks of the composed pack look at what the fact refers to. */
export function addFact({ draft, path }: OperationTarget, { workflow: id, of, fact }: AddFact): OperationOutcome {
  const workflow = draft.workflows.get(id);
  if (!workflow) return packIssue('DANGLING_REFERENCE', `${path}/workflow`, { id, what: 'workflow', whatZh: '流程' }, { file });
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
