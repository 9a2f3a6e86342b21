import type { ActionDefinition, ClockDefinition, StepDefinition, WorkflowDefinition } from '@careway/definition';
import type { HandbookPage } from './handbook-page.js';

/** The steps of a workflow as rows: who acts, by when, and what may be done. */
export function stepRows(page: HandbookPage, workflow: WorkflowDefinition): readonly (readonly string[])[] {
  return workflow.steps.map((step) => [
    `**${page.text(step.label)}**`,
    whoActs(page, workflow, step),
    (step.clocks ?? []).map((id) => clockText(page, workflow, id)).join('\n'),
    (step.actions ?? []).map((action) => actionText(page, workflow, action)).join('\n'),
  ]);
}

function whoActs(page: HandbookPage, workflow: WorkflowDefinition, step: StepDefinition): string {
  const party = workflow.parties.find(({ id }) => id === step.party);
  const lead = step.assignee ? page.role(step.assignee.role) : party ? page.text(party.label) : '';
  const apart = (step.distinctFrom ?? []).map((id) => stepLabel(page, workflow, id)).join('、');
  return [lead, voteText(page, workflow, step), apart === '' ? '' : `${page.word('apart')}：${apart}`].filter(Boolean).join('\n');
}

function voteText(page: HandbookPage, workflow: WorkflowDefinition, { vote }: StepDefinition): string {
  if (!vote) return '';
  const counts = new Map<string, number>();
  for (const { role } of vote.seats ?? []) counts.set(role, (counts.get(role) ?? 0) + 1);
  const seats = [...counts].map(([role, count]) => `${page.role(role)}×${count}`).join('、');
  const rule = {
    all: page.word('all'),
    any: page.word('anyOf'),
    ordered: page.word('ordered'),
    ratio: page.word('ratio', { ratio: vote.ratio ?? '' }),
  };
  const named = (vote.seats ?? []).some(({ assigned }) => assigned) ? page.word('assigned') : '';
  const least = workflow.params?.find(({ id }) => id === vote.quorum)?.value ?? vote.quorum;
  const quorum = least === undefined ? '' : page.word('quorum', { quorum: String(least) });
  return [seats, rule[vote.rule], named, quorum].filter(Boolean).join(page.locale === 'en' ? ', ' : '，');
}

/** How long a clock runs: 5个工作日. */
export function clockText(page: HandbookPage, workflow: WorkflowDefinition, id: string): string {
  const clock = workflow.clocks.find((known) => known.id === id);
  return clock ? clockLength(page, workflow, clock) : id;
}

export function clockLength(page: HandbookPage, workflow: WorkflowDefinition, clock: ClockDefinition): string {
  if (clock.until !== undefined) {
    const other = workflow.clocks.find(({ id }) => id === clock.until);
    return page.word('untilClock', { clock: other ? page.text(other.label) : clock.until });
  }
  const value = workflow.params?.find(({ id }) => id === clock.param)?.value;
  const gap = page.locale === 'en' ? ' ' : '';
  return value === undefined ? '' : `${String(value)}${gap}${page.word(clock.unit)}`;
}

function actionText(page: HandbookPage, workflow: WorkflowDefinition, action: ActionDefinition): string {
  const by = { applicant: page.word('applicant'), public: page.word('public'), clock: page.word('byClock'), party: '', assignee: '' };
  const who = by[action.by ?? 'assignee'];
  const form = action.form === undefined ? '' : `${page.word('form')} ${page.text(page.pack.forms.get(action.form)?.label)}`;
  const letters = (action.letters ?? []).map((id) => `《${page.text(page.pack.letters.get(id)?.label)}》`).join('');
  const more = [who, form, letters].filter(Boolean).join('；');
  return `${page.text(action.label)}${targets(page, workflow, action)}${more === '' ? '' : `（${more}）`}`;
}

function targets(page: HandbookPage, workflow: WorkflowDefinition, { to, paths }: ActionDefinition): string {
  if (to !== undefined) return to === '$done' ? '' : ` → ${stepLabel(page, workflow, to)}`;
  const parts = (paths ?? []).map(({ when, to: target, label }) => {
    const why = label ? page.text(label) : when === undefined ? page.word('otherwise') : `${page.word('when')}\`${when}\``;
    return `${stepLabel(page, workflow, target)}（${why}）`;
  });
  return parts.length === 0 ? '' : ` → ${parts.join(page.locale === 'en' ? '; ' : '；')}`;
}

export function stepLabel(page: HandbookPage, workflow: WorkflowDefinition, id: string): string {
  const node = workflow.steps.find((step) => step.id === id) ?? workflow.blocks?.find((block) => block.id === id);
  return node ? page.text(node.label) : id;
}
