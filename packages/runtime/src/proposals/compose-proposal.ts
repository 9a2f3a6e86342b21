import { changePack, type ComposedPack, type Issue, type LocalizedText, type OverlayOperation } from '@careway/definition';
import { parameterIssue } from '../parameters/parameter-messages.js';
import { operationFor, type Parameter } from '../parameters/parameter.js';
import { parameterValueIssue, plainValue, valueWords } from '../parameters/parameter-value.js';
import { parametersOf } from '../parameters/parameters-of.js';
import type { ProposedChange, StoredProposal } from '../ports/proposal-store.js';

/** A change with the figure that it is about. */
export interface ResolvedChange {
  readonly change: ProposedChange;
  /** Absent when the pack no longer has it. */
  readonly parameter: Parameter | undefined;
  /** What was typed, as a pack writes it. */
  readonly value: string;
}

export interface ComposedProposal {
  readonly base: ComposedPack;
  readonly changes: readonly ResolvedChange[];
  readonly operations: readonly OverlayOperation[];
  readonly issues: readonly Issue[];
  /** Missing where a change is wrong. */
  readonly composed?: ComposedPack;
}

/** What a pack becomes by a proposal's changes; each thing that is wrong, at its place in the proposal. */
export function composeProposal(base: ComposedPack, proposal: Pick<StoredProposal, 'changes' | 'note'>): ComposedProposal {
  const parameters = parametersOf(base);
  const changes = proposal.changes.map((change): ResolvedChange => {
    const parameter = parameters.get(change.parameter);
    return { change, parameter, value: parameter ? plainValue(change.value, parameter.type) : change.value };
  });
  const wrong = changes.flatMap((resolved, index) => changeIssue(resolved, `/changes/${index}`) ?? []);
  const operations = changes.flatMap(({ change, parameter, value }) => {
    const note = change.note || proposal.note;
    return parameter ? [operationFor(parameter, { ...change, value, note })] : [];
  });
  if (wrong.length > 0 || operations.length === 0) return { base, changes, operations, issues: wrong };
  const { composed, issues } = changePack(base, operations);
  const told = issues.map((issue) => placed(issue, changes));
  return { base, changes, operations, issues: told, ...(composed ? { composed } : {}) };
}

function changeIssue({ change, parameter, value }: ResolvedChange, path: string): Issue | undefined {
  if (!parameter) return parameterIssue('PARAMETER_GONE', path);
  if (parameter.expects !== change.expects) {
    const now = valueWords(parameter, parameter.value);
    return parameterIssue('PARAMETER_STALE', `${path}/expects`, { nowZh: now['zh-CN'], now: now.en });
  }
  return parameterValueIssue(parameter, value, path);
}

/** Issues of composition name the operation; the operation is the change of the same position. */
function placed(issue: Issue, changes: readonly ResolvedChange[]): Issue {
  const [, index, rest = ''] = /^\/operations\/(\d+)(.*)$/.exec(issue.path) ?? [];
  if (index === undefined) return issue;
  const path = `/changes/${index}`;
  const change = changes[Number(index)];
  if (issue.code === 'FIGURE_NOT_IN_CLAUSE')
    return parameterIssue('CLAUSE_WITHOUT_FIGURE', `${path}/clause`, { figure: change?.value ?? '' });
  if (rest.startsWith('/basis')) return parameterIssue('CLAUSE_UNKNOWN', `${path}/clause`);
  return { ...issue, path: `${path}${rest}` };
}

/** 基准运营补贴（中度）：150.00 → 160.00 */
export function changeSentence({ change, parameter, value }: ResolvedChange): LocalizedText {
  if (!parameter) return { 'zh-CN': `已经没有的一项：${change.value}`, en: `A figure that is gone: ${change.value}` };
  const [before, after] = [valueWords(parameter, parameter.value), valueWords(parameter, value)];
  return {
    'zh-CN': `${parameter.label['zh-CN']}：${before['zh-CN']} → ${after['zh-CN']}`,
    en: `${parameter.label.en}: ${before.en} → ${after.en}`,
  };
}

/** The figures in which two packs differ, as sentences. */
export function parameterDifferences(before: ComposedPack, after: ComposedPack): readonly LocalizedText[] {
  const fresh = parametersOf(after);
  return [...parametersOf(before).values()].flatMap((parameter) => {
    const now = fresh.get(parameter.key);
    if (!now || now.value === parameter.value) return [];
    const change = { parameter: parameter.key, value: now.value, expects: parameter.expects };
    return [changeSentence({ change, parameter, value: now.value })];
  });
}
