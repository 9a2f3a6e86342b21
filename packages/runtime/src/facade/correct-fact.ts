import type { FactDefinition, Issue, WorkflowDefinition } from '@careway/definition';
import type { CaseState, CorrectFact, FactScalar } from '@careway/engine';
import { birthDates, formIssue, identityProblem, isPhone, normalizeIdentity, normalizePhone } from '@careway/forms';
import { filingIssue } from '../filing/filing-messages.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { CaseCommand } from '../runtime.js';

type Sent = Extract<CaseCommand, { type: 'CorrectFact' }>;
type Corrected = Pick<CorrectFact, 'value' | 'beside' | 'subject'>;

/**
 * The corrected value as the engine takes it: a number of a person checked, sealed as it was when it was filed, with its birth date and,
 * where it tells whom a row is about, with that person's opaque id.
 */
export function correctedValue(
  parts: TenantParts,
  state: CaseState,
  { fact, item, value }: Pick<Sent, 'fact' | 'item' | 'value'>,
): Corrected | { readonly issues: readonly Issue[] } {
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  const definitions = (item === undefined ? workflow?.facts : workflow?.items?.facts) ?? [];
  const definition = definitions.find(({ id }) => id === fact);
  if (!workflow || !definition) return { issues: [filingIssue('FACT_UNKNOWN', '/fact')] };
  const { type } = definition;
  if (typeof value !== 'string' || (type !== 'identity' && type !== 'phone'))
    return { value: trimmed(value), ...aboutOf(parts, workflow, { fact, item, value }) };
  const number = type === 'identity' ? normalizeIdentity(value) : normalizePhone(value);
  const issue = type === 'identity' ? identityIssue(definition, number, parts.time.now().slice(0, 10)) : phoneIssue(definition, number);
  if (issue) return { issues: [issue] };
  const beside = birthDates(definitions, { [definition.from.field ?? fact]: number });
  const sealed = parts.sealer.value(type, number);
  return {
    value: sealed,
    ...(Object.keys(beside).length > 0 ? { beside } : {}),
    ...aboutOf(parts, workflow, { fact, item, value: sealed }),
  };
}

function trimmed(value: string | boolean): string | boolean {
  return typeof value === 'string' ? value.trim() : value;
}

/** Whom the row is about from now on: a person by the number, anything else by its key. */
function aboutOf(
  { sealer }: TenantParts,
  { items }: WorkflowDefinition,
  { fact, item, value }: { readonly fact: string; readonly item: string | undefined; readonly value: FactScalar },
): Pick<CorrectFact, 'subject'> {
  if (item === undefined || fact !== items?.subject) return {};
  return { subject: sealer.subject(typeof value === 'object' ? value.key : sealer.searchKey(String(value))) };
}

function identityIssue({ label }: FactDefinition, number: string, today: string): Issue | undefined {
  const problem = identityProblem(number, today);
  if (!problem) return undefined;
  const { code, ...words } = problem;
  return formIssue(code, '/value', { label, ...words });
}

function phoneIssue({ label }: FactDefinition, number: string): Issue | undefined {
  return isPhone(number) ? undefined : formIssue('PHONE_DIFFERS', '/value', { label });
}
