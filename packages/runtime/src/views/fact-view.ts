import type { FactDefinition, LocalizedText } from '@careway/definition';
import type { FactValue } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import type { FactView } from '../views.js';
import { plainText } from './view-context.js';

const yes: LocalizedText = { 'zh-CN': '是', en: 'Yes' };
const no: LocalizedText = { 'zh-CN': '否', en: 'No' };

/** The facts that are known, in the order of the workflow; sealed ones by their hint. */
export function factViews(definitions: readonly FactDefinition[], facts: Readonly<Record<string, FactValue>>): readonly FactView[] {
  return definitions.flatMap((definition) => {
    const fact = facts[definition.id];
    return fact ? [factView(definition, fact)] : [];
  });
}

function factView(definition: FactDefinition, fact: FactValue): FactView {
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
  };
}

/** Of a fact that came from another case: where the workflow takes it from. */
function sourceOf({ from }: FactDefinition): FactView['source'] {
  return from.kind;
}

/** A value in words: labels of codes, yes and no, money with two decimals. */
export function factText(
  definition: { readonly type: string; readonly values?: FactDefinition['values'] | undefined },
  value: unknown,
): LocalizedText {
  if (typeof value === 'boolean') return value ? yes : no;
  const text = isSealed(value) ? value.hint : String(value);
  if (definition.type === 'boolean') return text === 'true' ? yes : no;
  const label = definition.values?.find((known) => known.value === text)?.label;
  return label ?? plainText(text);
}
