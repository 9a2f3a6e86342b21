import type { DecisionDefinition, LocalizedText } from '@careway/definition';
import { groupAmount } from '@careway/engine';
import type { ResultView } from '../views.js';
import { factText } from './fact-view.js';
import { plainText, type ViewContext } from './view-context.js';

type Outputs = Readonly<Record<string, string | boolean>>;

/** The decision of the case's service, as its pack has it. */
export function decisionOf({ pack, ctx, state }: Pick<ViewContext, 'pack' | 'ctx' | 'state'>): DecisionDefinition | undefined {
  return pack.decisions.get(ctx.services.get(state.service)?.decision ?? '');
}

/** The result first, then what the tables gave on the way, in words. */
export function resultViews(definition: DecisionDefinition | undefined, outputs: Outputs): readonly ResultView[] {
  if (!definition) return [];
  const { id, label } = definition.result;
  const main = outputs[id];
  const columns = definition.tables
    .flatMap((table) => table.outputs)
    .filter((column) => column.id !== id && outputs[column.id] !== undefined);
  const steps = [...new Map(columns.map((column) => [column.id, column])).values()];
  return [
    ...(main === undefined ? [] : [{ id, label, text: resultWords(definition, main), main: true }]),
    ...steps.map((column) => ({
      id: column.id,
      label: column.label,
      text: columnWords(column, outputs[column.id] as string | boolean),
      main: false,
    })),
  ];
}

/** A result in words: money, a figure with its unit, the label of a code. */
export function resultWords(definition: DecisionDefinition, value: string | boolean): LocalizedText {
  const { type, unit, id } = definition.result;
  if (type === 'money') return plainText(`¥${groupAmount(String(value))}`);
  if (typeof value === 'boolean' || type === 'boolean') return factText({ type: 'boolean' }, value);
  const columns = definition.tables.flatMap(({ outputs }) => outputs);
  const named = columns.find((column) => column.id === id) ?? columns.find(({ values }) => values?.some((known) => known.value === value));
  const words = factText({ type, values: named?.values }, value);
  return unit ? { 'zh-CN': `${words['zh-CN']}${unit['zh-CN']}`, en: `${words.en} ${unit.en}` } : words;
}

type Column = DecisionDefinition['tables'][number]['outputs'][number];

function columnWords(column: Column, value: string | boolean): LocalizedText {
  return column.type === 'money' ? plainText(`¥${groupAmount(String(value))}`) : factText(column, value);
}
