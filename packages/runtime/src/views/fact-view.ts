import type { FactDefinition, LocalizedText, RegisterDefinition } from '@careway/definition';
import type { FactValue } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import type { FactView } from '../views.js';
import { dayText } from './date-text.js';
import { plainText } from './view-context.js';

const yes: LocalizedText = { 'zh-CN': '是', en: 'Yes' };
const no: LocalizedText = { 'zh-CN': '否', en: 'No' };

interface Before {
  readonly value: unknown;
  readonly on: string;
}

/** The facts that are known, in the order of the workflow; sealed ones by their hint. `before`: what a correction replaced, by fact id. */
export function factViews(
  definitions: readonly FactDefinition[],
  facts: Readonly<Record<string, FactValue>>,
  before: (fact: string) => Before | undefined = () => undefined,
): readonly FactView[] {
  return definitions.flatMap((definition) => {
    const fact = facts[definition.id];
    return fact ? [factView(definition, fact, before(definition.id))] : [];
  });
}

function factView(definition: FactDefinition, fact: FactValue, before: Before | undefined): FactView {
  const value = isSealed(fact.value) ? fact.value.hint : fact.value;
  const text = value === undefined ? undefined : factText(definition, value);
  return {
    id: definition.id,
    label: definition.label,
    type: definition.type,
    ...(value === undefined ? {} : { value }),
    ...(text ? { text } : {}),
    ...(fact.erased ? { erased: true as const } : {}),
    source: fact.source.kind === 'inherited' ? sourceOf(definition) : fact.source.kind,
    validOn: fact.validOn,
    ...(before
      ? { before: { text: before.value === undefined ? plainText('—') : factText(definition, before.value), on: before.on } }
      : {}),
  };
}

/** Of a fact that came from another case: where the workflow takes it from. */
function sourceOf({ from }: FactDefinition): FactView['source'] {
  return from.kind;
}

/** A value in words: labels of codes, yes and no, days and months. */
export function factText(
  definition: { readonly type: string; readonly values?: FactDefinition['values'] | undefined },
  value: unknown,
): LocalizedText {
  if (typeof value === 'boolean') return value ? yes : no;
  const text = isSealed(value) ? value.hint : String(value);
  if (definition.type === 'boolean') return text === 'true' ? yes : no;
  if (/^(date|month)$/.test(definition.type) && /^\d{4}-\d{2}(-\d{2})?$/.test(text)) return dayText(text);
  const label = definition.values?.find((known) => known.value === text)?.label;
  return label ?? plainText(text);
}

/** The fields of a register record that are filled, numbers masked. `names`: what is shown for a field that refers to another record. */
export function recordFactViews(
  { fields }: Pick<RegisterDefinition, 'fields'>,
  record: { readonly values: Readonly<Record<string, unknown>>; readonly validOn: string },
  names: ReadonlyMap<string, string> = new Map(),
): readonly FactView[] {
  return fields.flatMap(({ id, label, type, values }): FactView[] => {
    const stored = record.values[id];
    if (stored === undefined || stored === '') return [];
    const value = isSealed(stored) ? stored.hint : typeof stored === 'boolean' ? stored : String(stored);
    const name = names.get(id);
    const text = name === undefined ? factText({ type, values }, value) : plainText(name);
    return [{ id, label, type, value: name ?? value, text, source: 'register', validOn: record.validOn }];
  });
}
