import type { DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import { compileDecision, type FactDeclaration, factsOfDecision, outsideFacts } from '@careway/rules';

/** More combinations than this are not made. */
const MOST = 20_000;

/** One set of facts and the legal date on which they are looked at. */
export interface RepresentativeCase {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly on: string;
}

/**
 * Every combination of representative facts of a decision: all values of codes and booleans, for figures, dates and months those named in
 * any cell with their neighbours, and the legal dates at which rows come into force or lapse. Undefined when there are too many.
 * @param near further dates, months or figures that matter, as text; tried before those of the cells.
 */
export function representativeCases(
  definition: DecisionDefinition,
  workflow: WorkflowDefinition | undefined,
  near = '',
): readonly RepresentativeCase[] | undefined {
  const { facts, itemFacts } = factsOfDecision(definition, workflow);
  const ids = outsideFacts(compileDecision(definition, { facts, itemFacts }));
  const { examples: _examples, ...rules } = definition;
  const text = `${near} ${JSON.stringify(rules)}`;
  const dates = legalDates(definition);
  let combinations: Record<string, unknown>[] = [{}];
  for (const id of ids) {
    const values = valuesOf(facts.get(id) ?? itemFacts?.get(id), text);
    if (combinations.length * values.length * dates.length > MOST) return undefined;
    combinations = combinations.flatMap((known) => values.map((value) => ({ ...known, [id]: value })));
  }
  return combinations.flatMap((known) => dates.map((on) => ({ facts: known, on })));
}

/** First and last days of validity within the decision's own; one day where nothing is dated. */
function legalDates(definition: DecisionDefinition): readonly string[] {
  const own = definition.validity;
  const rules = definition.tables.flatMap((table) => table.rules.flatMap(({ validity }) => validity ?? []));
  const days = [own, ...rules].flatMap((validity) =>
    validity ? [validity.from, ...(validity.to === undefined ? [] : [validity.to])] : [],
  );
  const inside = days.filter((day) => !own || (own.from <= day && (own.to === undefined || day <= own.to)));
  return inside.length > 0 ? [...new Set(inside)] : ['2000-01-01'];
}

/** Values of one fact that matter for rules of this text, within the bounds that it declares. */
export function valuesOf(declaration: FactDeclaration | undefined, text: string): readonly unknown[] {
  switch (declaration?.type) {
    case 'boolean':
      return [true, false];
    case 'month':
      return neighbours(matches(text, /(?<!\d)(\d{4}-\d{2})(?![-\d])/g), shiftedMonths, '2000-01');
    case 'date':
      return neighbours(matches(text, /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/g), (day) => [day], '2000-01-01');
    case 'integer':
    case 'decimal':
    case 'money':
      return within(
        declaration,
        neighbours(
          matches(text, /(?<![\w.-])(\d+)(?![\w.-])/g),
          (figure) => [-1, 0, 1].map((shift) => String(Number(figure) + shift)),
          '1',
        ),
      );
    default:
      return declaration?.values?.map(({ value }) => value) ?? ['x'];
  }
}

function within({ minimum, maximum }: FactDeclaration, figures: readonly string[]): readonly string[] {
  const inside = figures.filter(
    (figure) => Number(figure) >= Number(minimum ?? -Infinity) && Number(figure) <= Number(maximum ?? Infinity),
  );
  return inside.length > 0 ? inside : figures;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function neighbours(found: readonly string[], around: (one: string) => readonly string[], otherwise: string): string[] {
  const values = new Set(found.flatMap(around));
  return values.size > 0 ? [...values] : [...around(otherwise)];
}

function shiftedMonths(month: string): string[] {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return [index - 1, index, index + 1].map((one) => `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`);
}
