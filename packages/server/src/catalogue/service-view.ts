import { type ComposedPack, fillFigures, type ServiceDefinition, type WorkflowDefinition } from '@careway/definition';
import { formRules } from '@careway/forms';
import { nameFieldOf } from '@careway/runtime';
import { basisView, clauseView } from './clause-view.js';

const isOpen = (service: ServiceDefinition, today: string): boolean =>
  !service.validity || (service.validity.from <= today && (service.validity.to === undefined || today <= service.validity.to));

/** A line of the list of services. `open` is whether its policy is in force today; one may file all the same, and a person decides. */
export function serviceRow(pack: ComposedPack, service: ServiceDefinition, today: string) {
  const { id, label, notice, validity, applicants, internal } = service;
  const { summary, target, benefit } = wordsOf(pack, service);
  return {
    id,
    label,
    summary,
    ...(target && { target }),
    ...(benefit && { benefit }),
    ...(notice && { notice }),
    ...(validity && { validity }),
    open: isOpen(service, today),
    applicants,
    ...(internal ? { internal } : {}),
  };
}

/** The words of a service with the figures of the tables in force. */
function wordsOf(pack: ComposedPack, { summary, target, benefit, decision: id }: ServiceDefinition) {
  const decision = id === undefined ? undefined : pack.decisions.get(id);
  return {
    summary: fillFigures(summary, decision),
    ...(target && { target: fillFigures(target, decision) }),
    ...(benefit && { benefit: fillFigures(benefit, decision) }),
  };
}

/** Everything one should know before applying: the service document and what it refers to. */
export function serviceView(pack: ComposedPack, service: ServiceDefinition, today: string) {
  const workflow = pack.workflows.get(service.workflow);
  const decision = service.decision === undefined ? undefined : pack.decisions.get(service.decision);
  const form = pack.forms.get(service.form);
  const nameField = workflow && nameFieldOf(workflow);
  return {
    ...service,
    ...wordsOf(pack, service),
    open: isOpen(service, today),
    pays: decision?.result.type === 'money',
    formHash: pack.documentHashes.get(`form:${service.form}`) ?? '',
    form,
    ...(nameField !== undefined && { nameField }),
    ...(form?.computed && { formRules: formRules(pack, form, service) }),
    clauses: service.clauses.flatMap((id) => clauseView(pack, id) ?? []),
    clocks: workflow ? clocksOf(pack, service, workflow) : [],
    remedies: workflow ? remediesOf(pack, workflow, today) : [],
    ...(decision && {
      decisionSummary: {
        id: decision.id,
        label: decision.label,
        tables: decision.tables.map((table) => ({ label: table.label, status: table.status ?? 'supplied' })),
      },
    }),
  };
}

function clocksOf(pack: ComposedPack, service: ServiceDefinition, workflow: WorkflowDefinition) {
  return workflow.clocks.map((clock) => {
    const own = service.params?.find((candidate) => candidate.param === clock.param);
    const param = workflow.params?.find((candidate) => candidate.id === clock.param);
    const value = own?.value ?? param?.value;
    return {
      id: clock.id,
      label: clock.label,
      unit: clock.unit,
      ...(typeof value === 'number' && { amount: value }),
      basis: basisView(pack, own?.basis ?? param?.basis ?? clock.basis),
    };
  });
}

/** Remedies against any letter that the workflow can issue, in force today. */
function remediesOf(pack: ComposedPack, workflow: WorkflowDefinition, today: string) {
  const letters = workflow.steps.flatMap((step) => step.actions ?? []).flatMap((action) => action.letters ?? []);
  const ids = new Set(letters.flatMap((letter) => pack.letters.get(letter)?.remedies ?? []));
  return [...ids].flatMap((id) => {
    const remedy = pack.remedies.get(id);
    if (!remedy || remedy.validity.from > today || (remedy.validity.to ?? today) < today) return [];
    const clause = clauseView(pack, remedy.clause);
    return [{ id, label: remedy.label, body: remedy.body, how: remedy.how, ...(clause && { clause }) }];
  });
}
