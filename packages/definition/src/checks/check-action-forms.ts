import type { FactDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

/** Forms of actions exist, and facts that read them name a step or form that files the field they want. */
export function checkActionForms(check: DocumentCheck, workflow: WorkflowDefinition): void {
  for (const [index, step] of workflow.steps.entries()) {
    for (const [at, { form }] of (step.actions ?? []).entries()) {
      if (form !== undefined) check.refer('form', form, `/steps/${index}/actions/${at}/form`, exists.form(check.scope, form));
    }
  }
  for (const [index, fact] of workflow.facts.entries()) {
    if (fact.from.kind === 'action' || fact.from.kind === 'sheets') checkFormFact(check, workflow, { fact, path: `/facts/${index}/from` });
  }
  for (const [index, { from }] of (workflow.items?.facts ?? []).entries()) {
    // A form of an action is about the case, not about one of its rows.
    if (from.kind === 'action' || from.kind === 'sheets') check.report('ROW_FACT_OF_ACTION', `/items/facts/${index}/from`);
  }
}

function checkFormFact(
  check: DocumentCheck,
  workflow: WorkflowDefinition,
  { fact, path }: { readonly fact: FactDefinition; readonly path: string },
): void {
  const { form, step: id, field, kind } = fact.from;
  const step = workflow.steps.find((known) => known.id === id);
  if (id !== undefined) check.refer('step', id, `${path}/step`, step !== undefined);
  if (kind === 'sheets' && step && !step.vote) check.report('SHEETS_WITHOUT_SEATS', `${path}/step`, { id: step.id });
  const steps = id === undefined ? workflow.steps : step ? [step] : [];
  const filed = new Set(steps.flatMap(({ actions = [] }) => actions.flatMap((action) => action.form ?? [])));
  if (form !== undefined) check.refer('form', form, `${path}/form`, filed.has(form));
  const forms = [...filed].filter((known) => form === undefined || known === form).map((known) => check.scope.content.forms.get(known));
  if (field === undefined || forms.includes(undefined)) return;
  const known = forms.some((one) => one?.fields.some((other) => other.id === field) || one?.computed?.some((other) => other.id === field));
  check.refer('field', field, `${path}/field`, known);
}
