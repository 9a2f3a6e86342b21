import { paramValueIssue } from '../param-value.js';
import type { ServiceDefinition } from '../schemas/service.js';
import type { WorkflowDefinition } from '../schemas/workflow.js';
import { checkQuotedParam } from './check-quoted-param.js';
import { figureOf, figuresNamed } from '../service-figures.js';
import { type DocumentCheck, exists } from './scope.js';

/** What a service names exists; its parameters are the workflow's, of the right type and range. */
export function checkService(check: DocumentCheck, service: ServiceDefinition): void {
  const { scope } = check;
  check.refer('workflow', service.workflow, '/workflow', exists.workflow(scope, service.workflow));
  check.refer('form', service.form, '/form', exists.form(scope, service.form));
  if (service.sequence !== undefined) check.refer('sequence', service.sequence, '/sequence', exists.sequence(scope, service.sequence));
  for (const [index, clause] of service.clauses.entries()) check.refer('clause', clause, `/clauses/${index}`, exists.clause(scope, clause));
  checkPapers(check, service);
  checkDecisionOf(check, service);
  checkFigures(check, service);
  const workflow = scope.content.workflows.get(service.workflow);
  checkEntitlement(check, service, workflow);
  if (!workflow) return;
  const { entry } = service;
  if (entry !== undefined)
    check.refer(
      'entry',
      entry,
      '/entry',
      workflow.entries.some(({ id }) => id === entry),
    );
  checkParams(check, service, workflow);
  checkDecisionBy(check, service, workflow);
  if (service.decision === undefined && !service.decisionBy && evaluates(workflow)) check.report('EVALUATES_WITHOUT_DECISION', '/decision');
  checkItems(check, service, workflow);
  const facts = new Set([...workflow.facts, ...(workflow.items?.facts ?? [])].map(({ id }) => id));
  for (const [index, fact] of (service.claim?.key ?? []).entries()) check.refer('fact', fact, `/claim/key/${index}`, facts.has(fact));
}

/** Whether rows take what tables say at some action. */
function evaluates({ steps }: WorkflowDefinition): boolean {
  return steps.some(({ actions = [] }) => actions.some((action) => action.evaluates));
}

function checkPapers(check: DocumentCheck, service: ServiceDefinition): void {
  const form = check.scope.content.forms.get(service.form);
  if (!form) return;
  for (const [index, { field }] of service.papers.entries()) {
    if (field !== undefined)
      check.refer(
        'field',
        field,
        `/papers/${index}/field`,
        form.fields.some(({ id }) => id === field),
      );
  }
}

function checkDecisionOf(check: DocumentCheck, service: ServiceDefinition): void {
  if (service.decision === undefined) return;
  check.refer('decision', service.decision, '/decision', exists.decision(check.scope, service.decision));
  const decision = check.scope.content.decisions.get(service.decision);
  if (decision && decision.workflow !== service.workflow) {
    check.report('DECISION_OF_OTHER_WORKFLOW', '/decision', { id: decision.id, workflow: decision.workflow ?? '—' });
  }
}

/** Figures that the words of a service take from its tables are there. */
function checkFigures(check: DocumentCheck, service: ServiceDefinition): void {
  const decision = check.scope.content.decisions.get(service.decision ?? '');
  for (const key of ['summary', 'target', 'benefit'] as const) {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const { rule, column } of figuresNamed(service[key]?.[locale] ?? '')) {
        check.refer('column', `${rule}.${column}`, `/${key}/${locale}`, figureOf(decision, rule, column) !== undefined);
      }
    }
  }
}

/** Every value that the parameter may have leads to a decision of the same workflow. */
function checkDecisionBy(check: DocumentCheck, { decisionBy }: ServiceDefinition, workflow: WorkflowDefinition): void {
  if (!decisionBy) return;
  const param = (workflow.params ?? []).find(({ id }) => id === decisionBy.param);
  check.refer('parameter', decisionBy.param, '/decisionBy/param', param?.type === 'code');
  for (const { value } of param?.values ?? []) {
    const path = `/decisionBy/decisions/${value}`;
    const id = decisionBy.decisions[value] ?? '';
    check.refer('decision', id === '' ? value : id, path, id !== '' && exists.decision(check.scope, id));
    const decision = check.scope.content.decisions.get(id);
    if (decision && decision.workflow !== workflow.id)
      check.report('DECISION_OF_OTHER_WORKFLOW', path, { id: decision.id, workflow: decision.workflow ?? '—' });
  }
}

/**
 * Rows can be filed: the table has the columns that tell a row's person and key. A form without the table is one row itself; without any
 * table it may name nobody: the row is about the applicant.
 */
function checkItems(check: DocumentCheck, service: ServiceDefinition, { items }: WorkflowDefinition): void {
  const form = check.scope.content.forms.get(service.form);
  if (!items || !form) return;
  const tables = form.fields.filter(({ widget }) => widget === 'table');
  if (tables.length === 0) return;
  const table = tables.find(({ id }) => id === items.field);
  const columns = table ? (table.columns ?? []) : form.fields;
  for (const fact of items.facts) {
    const needed = fact.id === items.subject || fact.id === items.name || items.key.includes(fact.id);
    const { kind, field } = fact.from;
    if (!needed || kind !== 'submission' || field === undefined) continue;
    check.refer(
      'column',
      field,
      '/form',
      columns.some(({ id }) => id === field),
    );
  }
}

function checkParams(check: DocumentCheck, service: ServiceDefinition, workflow: WorkflowDefinition): void {
  const seen = new Set<string>();
  for (const [index, setting] of (service.params ?? []).entries()) {
    const path = `/params/${index}`;
    const param = (workflow.params ?? []).find(({ id }) => id === setting.param);
    check.refer('parameter', setting.param, `${path}/param`, param !== undefined);
    if (seen.has(setting.param)) check.report('DUPLICATE_ID', `${path}/param`, { id: setting.param, what: 'params' });
    seen.add(setting.param);
    const wrong = param && paramValueIssue(param, setting.value, `${path}/value`);
    if (wrong) check.report(wrong.code as 'PARAM_TYPE' | 'PARAM_RANGE', wrong.path, wrong.params);
    else checkQuotedParam(check, setting, `${path}/value`);
  }
}

function checkEntitlement(
  check: DocumentCheck,
  { entitlement, decision, decisionBy }: ServiceDefinition,
  workflow: WorkflowDefinition | undefined,
): void {
  if (!entitlement) return;
  const { scope } = check;
  check.refer('register', entitlement.register, '/entitlement/register', exists.register(scope, entitlement.register));
  if (!workflow) return;
  check.refer(
    'party',
    entitlement.payee,
    '/entitlement/payee',
    workflow.parties.some(({ id }) => id === entitlement.payee),
  );
  const facts = new Set([...workflow.facts, ...(workflow.items?.facts ?? [])].map(({ id }) => id));
  const decisions = decision === undefined ? Object.values(decisionBy?.decisions ?? {}) : [decision];
  const amountKnown =
    facts.has(entitlement.amount) || (decisions.length > 0 && decisions.every((id) => yields(check, id, entitlement.amount)));
  check.refer('fact', entitlement.amount, '/entitlement/amount', amountKnown);
  for (const end of ['from', 'to'] as const) {
    const value = entitlement[end];
    if (value !== undefined && A_FACT.test(value)) check.refer('fact', value, `/entitlement/${end}`, facts.has(value));
  }
}

/** Whether a decision has this result or output; nothing is said against one that could not be read. */
function yields({ scope }: DocumentCheck, id: string, output: string): boolean {
  const decision = scope.content.decisions.get(id);
  if (!decision) return true;
  return decision.result.id === output || decision.tables.some(({ outputs }) => outputs.some((column) => column.id === output));
}

/** Nothing but the name of a fact; other expressions are checked with those of the workflow. */
const A_FACT = /^[a-z\u4e00-\u9fff][a-z0-9_\u4e00-\u9fff]*$/;
