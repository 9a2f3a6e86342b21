import {
  type ComposedPack,
  type DecisionDefinition,
  type DecisionRule,
  type DecisionTable,
  ruleHash,
  type TableColumn,
} from '@careway/definition';
import { figuresOfCell } from './figures-of-cell.js';
import type { Parameter } from './parameter.js';
import { cellSentence, conditionSentence, limitSentence, limitWords, rowWords } from './parameter-words.js';

interface Row {
  readonly pack: ComposedPack;
  readonly decision: DecisionDefinition;
  readonly table: DecisionTable;
  readonly rule: DecisionRule;
}

const figureTypes: ReadonlySet<string> = new Set(['money', 'decimal', 'integer']);
const boundTypes: ReadonlySet<string> = new Set([...figureTypes, 'month', 'date']);

/** The figures that the tables of a decision give, and those in their conditions. */
export function cellParameters(pack: ComposedPack, decision: DecisionDefinition): readonly Parameter[] {
  return decision.tables.flatMap((table) =>
    table.rules.flatMap((rule) => {
      const row = { pack, decision, table, rule };
      return [
        ...table.outputs.flatMap((column) => outputParameter(row, column)),
        ...table.inputs.flatMap((column) => conditionParameters(row, column)),
        ...limitParameters(row),
      ];
    }),
  );
}

function outputParameter(row: Row, column: TableColumn): Parameter[] {
  const value = row.rule.then[column.id];
  if (typeof value !== 'string' || !figureTypes.has(column.type)) return [];
  const { minimum, maximum } = column;
  return [
    {
      ...common(row, column, 'then'),
      key: `${keyOf(row)}/then/${column.id}`,
      address: { ...addressOf(row), part: 'then', column: column.id, before: '', after: '' },
      group: 'rate',
      sentence: cellSentence(row.table, row.rule, column),
      type: column.type as Parameter['type'],
      value,
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    },
  ];
}

function conditionParameters(row: Row, column: TableColumn): Parameter[] {
  const cell = row.rule.when[column.id];
  if (cell === undefined || !boundTypes.has(column.type)) return [];
  return figuresOfCell(cell).map(({ text, before, after }, index) => ({
    ...common(row, column, 'when'),
    key: `${keyOf(row)}/when/${column.id}/${index}`,
    address: { ...addressOf(row), part: 'when', column: column.id, before, after },
    group: 'threshold',
    sentence: conditionSentence(row.table, row.rule, { column, before, after }),
    type: column.type as Parameter['type'],
    value: text,
  }));
}

/** The range of an amount that the row leaves to a person. */
function limitParameters(row: Row): Parameter[] {
  const { type, unit } = row.decision.result;
  return (['minimum', 'maximum'] as const).flatMap((id) => {
    const value = row.rule.manual?.[id];
    if (value === undefined || !figureTypes.has(type)) return [];
    return [
      {
        ...common(row, { id, label: limitWords[id] }, 'manual'),
        key: `${keyOf(row)}/manual/${id}`,
        address: { ...addressOf(row), part: 'manual', column: id, before: '', after: '' },
        group: 'threshold',
        sentence: limitSentence(row.table, row.rule, { limit: limitWords[id], unit }),
        type: type as Parameter['type'],
        value,
        minimum: '0',
      },
    ];
  });
}

function keyOf({ decision, table, rule }: Row): string {
  return `cell:${decision.id}/${table.id}/${rule.id}`;
}

function addressOf({ decision, table, rule }: Row) {
  return { kind: 'cell', decision: decision.id, table: table.id, rule: rule.id } as const;
}

function common({ pack, decision, table, rule }: Row, column: Pick<TableColumn, 'id' | 'label'>, part: 'when' | 'then' | 'manual') {
  const service = [...pack.services.values()].find((known) => known.decision === decision.id);
  const of = (service ?? decision).label;
  const row = rowWords(table, rule);
  return {
    of: { 'zh-CN': `${of['zh-CN']} · ${table.label['zh-CN']}`, en: `${of.en} · ${table.label.en}` },
    label: { 'zh-CN': `${table.label['zh-CN']}（${row['zh-CN']}）`, en: `${table.label.en} (${row.en})` },
    basis: rule.source
      ? { source: rule.source, ...(rule.note === undefined ? {} : { note: rule.note }) }
      : { clause: rule.clause, ...(rule.note === undefined ? {} : { note: rule.note }) },
    expects: ruleHash(rule),
    document: `decision:${decision.id}`,
    path: `/tables/${table.id}/rules/${rule.id}/${part}/${column.id}`,
    affects: `decision:${decision.id}`,
  };
}
