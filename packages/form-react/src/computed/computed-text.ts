import type { ComputedDefinition, Locale } from '@careway/definition';
import type { ComputedValue } from '@careway/forms';
import { formText } from '../form-texts.js';

/** A computed value in words: 28/32, 中度失能; while it is not known, what it waits for or why the rules give none. */
export function computedText(definition: ComputedDefinition, computed: ComputedValue, locale: Locale): string {
  switch (computed.status) {
    case 'known':
      return knownText(definition, computed.value, locale);
    case 'waiting':
      return formText('stillMissing', locale, { count: computed.missing.length });
    case 'undetermined':
      return computed.issue.message[locale];
  }
}

function knownText({ values, unit, maximum, type }: ComputedDefinition, value: number | string | boolean, locale: Locale): string {
  if (typeof value === 'boolean') return formText(value ? 'yes' : 'no', locale);
  const listed = values?.find((entry) => entry.value === String(value));
  if (listed) return listed.label[locale];
  if (maximum !== undefined) return `${value}/${maximum}`;
  const suffix = unit?.[locale] ?? (type === 'money' ? formText('yuan', locale) : '');
  return locale === 'zh-CN' || suffix === '' ? `${value}${suffix}` : `${value} ${suffix}`;
}

/** How to read the figure: 满分90，越高越好. Empty where the form says nothing. */
export function computedScale({ maximum, direction }: ComputedDefinition, locale: Locale): string {
  if (!direction) return '';
  const better = formText(direction === 'higher-is-better' ? 'higherIsBetter' : 'lowerIsBetter', locale);
  return maximum === undefined ? better : formText('fullMarks', locale, { maximum, better });
}
