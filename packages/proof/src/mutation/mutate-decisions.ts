import type { ComposedPack, DecisionDefinition, DecisionTable, WorkflowDefinition } from '@careway/definition';
import { type DecisionFacts, factsOfDecision } from '@careway/rules';
import { DecisionOutcomes } from './decision-outcomes.js';
import { mutateCell } from './mutate-cells.js';
import { nearFigures, nearTexts } from './mutate-figures.js';
import { tableAlone } from './table-alone.js';
import { changed, type Mutable, type Mutant, withDocument } from './mutant.js';

interface Change {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly touches: readonly string[];
  /** Index of the only table that is changed. */
  readonly table?: number;
  readonly change: (copy: Mutable<DecisionDefinition>) => void;
}

/**
 * Every figure, cell, hit policy and row of the decisions that services use or that have examples, a little different. Changes that no
 * combination of facts can tell from the original are left out: they change nothing.
 */
export function* mutateDecisions(composed: ComposedPack): Iterable<Mutant> {
  const used = new Set(
    [...composed.services.values()].flatMap(({ decision, decisionBy }) => [decision, ...Object.values(decisionBy?.decisions ?? {})]),
  );
  for (const definition of composed.decisions.values()) {
    const workflow = definition.workflow === undefined ? undefined : composed.workflows.get(definition.workflow);
    if (!used.has(definition.id) && !definition.examples) continue;
    const same = sameOutcomes(definition, workflow);
    for (const { place, from, to, touches, table, change } of changesOf(definition, workflow)) {
      const document = changed(definition, change);
      if (same(document, table)) continue;
      const id = `decision:${definition.id}/${place}=${to}`;
      const description = {
        'zh-CN': `${definition.label['zh-CN']}：${place} 由 ${from} 改为 ${to}`,
        en: `${definition.label.en}: ${place} ${from} → ${to}`,
      };
      yield {
        id,
        description,
        touches: [...touches, `decided:${definition.id}`],
        decision: definition.id,
        apply: () => withDocument(composed, 'decisions', { id: definition.id, document, mark: id }),
      };
    }
  }
}

/** Whether a changed decision comes to the same: as a whole, or in the only table that is changed. */
function sameOutcomes(definition: DecisionDefinition, workflow: WorkflowDefinition | undefined) {
  const whole = new DecisionOutcomes(definition, workflow);
  const tables = definition.tables.map((_, index) => {
    const alone = tableAlone(definition, index, workflow);
    return alone && new DecisionOutcomes(alone, undefined);
  });
  return (changedDecision: DecisionDefinition, table: number | undefined): boolean => {
    if (whole.sameAs(changedDecision)) return true;
    const alone = table === undefined ? undefined : tableAlone(changedDecision, table, workflow);
    return alone !== undefined && table !== undefined && tables[table]?.sameAs(alone) === true;
  };
}

function* changesOf(definition: DecisionDefinition, workflow: WorkflowDefinition | undefined): Iterable<Change> {
  for (const [index, table] of definition.tables.entries()) {
    const rows = table.rules.map(({ id }) => `row:${definition.id}/${table.id}/${id}`);
    yield* tableChanges(table, index, rows);
    for (const [row, rule] of table.rules.entries()) {
      const place = `${table.id}/${rule.id}`;
      for (const [column, cell] of Object.entries(rule.when)) {
        for (const to of mutateCell(cell, domainOf(table, column, factsOfDecision(definition, workflow)))) {
          yield {
            place: `${place}.${column}`,
            from: cell,
            to,
            touches: rows,
            table: index,
            change: (copy) => void (ruleOf(copy, index, row).when[column] = to),
          };
        }
      }
      for (const [column, value] of Object.entries(rule.then)) {
        for (const to of nearValues(value)) {
          yield {
            place: `${place}.${column}`,
            from: String(value),
            to: String(to),
            touches: rows.slice(row, row + 1),
            table: index,
            change: (copy) => void (ruleOf(copy, index, row).then[column] = to),
          };
        }
      }
      yield* manualChanges(rule, { table: index, row, place, touches: rows.slice(row, row + 1) });
      yield {
        place,
        from: 'row',
        to: '(none)',
        touches: rows.slice(row, row + 1),
        table: index,
        change: (copy) => void copy.tables[index]?.rules.splice(row, 1),
      };
    }
  }
  yield* resultChanges(definition);
}

interface RowPlace {
  readonly table: number;
  readonly row: number;
  readonly place: string;
  readonly touches: readonly string[];
}

/** Ends of the range for an amount that a person proposes. */
function* manualChanges({ manual }: DecisionTable['rules'][number], { table, row, place, touches }: RowPlace): Iterable<Change> {
  for (const end of ['minimum', 'maximum'] as const) {
    const from = manual?.[end];
    for (const to of from === undefined ? [] : nearFigures(from)) {
      yield {
        place: `${place}.${end}`,
        from: from ?? '',
        to,
        touches,
        change: (copy) => void (ruleOf(copy, table, row).manual![end] = to),
      };
    }
  }
}

function* tableChanges(table: DecisionTable, index: number, touches: readonly string[]): Iterable<Change> {
  const policy = table.hitPolicy;
  if (policy === 'FIRST' && table.rules.length > 1) {
    yield { place: table.id, from: 'FIRST', to: 'last', touches, table: index, change: (copy) => void copy.tables[index]?.rules.reverse() };
  }
  if (policy === 'PRIORITY')
    yield { place: table.id, from: policy, to: 'FIRST', touches, change: (copy) => void (tableOf(copy, index).hitPolicy = 'FIRST') };
  if (policy === 'COLLECT' && table.aggregator) {
    const to = table.aggregator === 'MAX' ? 'MIN' : 'MAX';
    yield { place: table.id, from: table.aggregator, to, touches, change: (copy) => void (tableOf(copy, index).aggregator = to) };
  }
}

/** A result that waits for a table which is still to be supplied is never computed. */
function* resultChanges({ id, tables, result, aggregate }: DecisionDefinition): Iterable<Change> {
  if (tables.some(({ status }) => status === 'to-be-supplied')) return;
  const touches = tables.flatMap((table) => table.rules.map((rule) => `row:${id}/${table.id}/${rule.id}`));
  for (const to of [...nearTexts(result.expression), ...swapOperators(result.expression)]) {
    yield { place: 'result.expression', from: result.expression, to, touches, change: (copy) => void (copy.result.expression = to) };
  }
  const scale = result.rounding?.scale;
  if (scale !== undefined)
    yield {
      place: 'result.rounding.scale',
      from: String(scale),
      to: String(scale + 1),
      touches,
      change: (copy) => void (copy.result.rounding!.scale = scale + 1),
    };
  if (aggregate) yield* [];
}

/** `*` for `+` and the like: one operator at a time. */
function swapOperators(expression: string): string[] {
  const swaps: Readonly<Record<string, string>> = { ' * ': ' + ', ' + ': ' - ', ' - ': ' + ', ' / ': ' * ' };
  return Object.entries(swaps).flatMap(([from, to]) => (expression.includes(from) ? [expression.replace(from, to)] : []));
}

function nearValues(value: string | boolean): (string | boolean)[] {
  return typeof value === 'boolean' ? [!value] : nearFigures(value);
}

function domainOf(table: DecisionTable, column: string, { facts, itemFacts }: DecisionFacts): readonly string[] | undefined {
  const input = table.inputs.find(({ id }) => id === column);
  if (input?.type === 'boolean') return ['true', 'false'];
  const name = input?.expression ?? column;
  const fact = facts.get(name) ?? itemFacts?.get(name);
  return (input?.values ?? fact?.values)?.map(({ value }) => `"${value}"`);
}

function tableOf(copy: Mutable<DecisionDefinition>, index: number) {
  return copy.tables[index] as Mutable<DecisionTable>;
}

function ruleOf(copy: Mutable<DecisionDefinition>, index: number, row: number) {
  return tableOf(copy, index).rules[row] as Mutable<DecisionTable['rules'][number]>;
}
