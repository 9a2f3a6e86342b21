import type { DecisionDefinition, FactDefinition, Issue, LocalizedText } from '@careway/definition';
import { type DecisionResult, evaluateDecision, type Facts } from '@careway/rules';
import { isLeftToAPerson, sumAmounts } from '@careway/engine';
import {
  ageOn,
  birthDates,
  type ComputedValue,
  isRowTable,
  knownValues,
  normalizeSubmission,
  submissionFacts,
  submissionRows,
} from '@careway/forms';
import type { OfferedService } from '../filing/check-filing.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { DraftCheck, WhyView } from '../views.js';
import { whyOfResult } from '../views/why-view.js';

export interface EstimateInput {
  readonly data: Readonly<Record<string, unknown>>;
  readonly computed: readonly ComputedValue[];
  readonly issues: readonly Issue[];
  readonly area: string;
  readonly why: boolean;
}

/**
 * What each row of a draft would come to by the tables in force, as far as it is filled in: an estimate, not a decision. A form that is one
 * row itself is estimated as that row.
 */
export async function estimateRows(
  parts: TenantParts,
  offered: OfferedService,
  input: EstimateInput,
): Promise<Pick<DraftCheck, 'rows' | 'total' | 'why'>> {
  const { workflow, form, service, pack } = offered;
  const field = workflow.items?.field;
  const found = submissionFacts(form, { ...normalizeSubmission(form, input.data), ...knownValues(input.computed) });
  const { answers } = found;
  const rows = field === undefined ? [] : submissionRows(form, found, field);
  const whole = field !== undefined && !isRowTable(form, field);
  const results = service.decision === undefined ? [] : evaluateRows(parts, { offered, answers, rows, area: input.area });
  const definition = pack.decisions.get(service.decision ?? '')?.result;
  const shown = rows.map((_, index) => {
    const result = results[index];
    const issues = input.issues.filter(({ path }) => whole || path.startsWith(`/${field}/${index}/`) || path === `/${field}/${index}`);
    const amount = result && definition && amountOf(result, definition);
    const note = result && noteOf(result);
    return { row: index + 1, ...(amount === undefined ? {} : { amount }), status: statusOf(result), ...(note ? { note } : {}), issues };
  });
  const total = sumAmounts(['0.00', ...shown.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))]);
  if (!input.why) return { rows: shown, total };
  const on = onOf(parts, answers);
  // The tables that decided, which a later publication may have changed.
  const chosen = parts.shelf.inForce(input.area, on) ?? pack;
  const why = results.map(
    (result, index): WhyView =>
      whyOfResult(
        { parts, pack: chosen, decision: service.decision ?? '', on, changes: [], facts: { ...answers, ...rows[index] } },
        result,
      ),
  );
  return { rows: shown, total, why };
}

interface RowsInput {
  readonly offered: OfferedService;
  readonly answers: Facts;
  readonly rows: readonly Facts[];
  readonly area: string;
}

function evaluateRows(parts: TenantParts, { offered, answers, rows, area }: RowsInput): readonly DecisionResult[] {
  const { pack, service, workflow } = offered;
  const on = onOf(parts, answers);
  const chosen = parts.shelf.inForce(area, on) ?? pack;
  const decision = parts.shelf.decision(chosen, service.decision ?? '');
  if (!decision) return [];
  const today = parts.time.now().slice(0, 10);
  const facts = { filed_on: today, ...factsFrom(workflow.facts, answers, today) };
  const items = rows.map((row) => factsFrom(workflow.items?.facts ?? [], row, today));
  const result = evaluateDecision(decision.compiled, facts, { on, items });
  return result.items ?? items.map(() => result);
}

/** What was answered, and the birth date and age that follow from an identity number. */
function factsFrom(definitions: readonly FactDefinition[], values: Facts, today: string): Facts {
  const dates = birthDates(definitions, values);
  const known = definitions.map(({ id, from }) => {
    if (from.kind === 'submission') return [id, values[from.field ?? id]];
    const named = from.field ?? from.key;
    const born = named === undefined ? Object.values(dates)[0] : dates[`${named}_birth_date`];
    if (from.name === 'birth-date') return [id, born];
    return [id, from.name === 'age-on-filing' && born !== undefined ? String(ageOn(born, today)) : undefined];
  });
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

function onOf(parts: TenantParts, answers: Facts): string {
  const month = answers.service_month;
  return typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? `${month}-01` : parts.time.now().slice(0, 10);
}

/** The result's amount; absent where a person decides, something is missing, or the result is no number. */
function amountOf(result: DecisionResult, { id, type }: DecisionDefinition['result']): string | undefined {
  const value = result.status === 'issue' || result.manual ? undefined : result.outputs[id];
  return typeof value === 'string' && type !== 'code' && type !== 'boolean' ? value : undefined;
}

function statusOf(result: DecisionResult | undefined): 'ok' | 'refused' | 'manual' | 'issue' {
  if (!result) return 'issue';
  if (isLeftToAPerson(result)) return 'manual';
  if (result.status === 'issue') return 'issue';
  return result.refused ? 'refused' : 'ok';
}

function noteOf(result: DecisionResult): LocalizedText | undefined {
  return result.refused?.reason ?? result.manual?.reason ?? result.issues.find(({ severity }) => severity === 'error')?.message;
}
