import type { FormDefinition, Locale } from '@careway/definition';
import { computeAnswers, type FormRules } from '@careway/forms';
import { useMemo } from 'react';
import { formText } from '../form-texts.js';
import { computedScale, computedText } from './computed-text.js';

export interface ComputedLineProps {
  readonly form: FormDefinition;
  /** Fields of the page. */
  readonly fields: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly rules?: FormRules | undefined;
  readonly locale: Locale;
  /** ISO date of the tenant's today. */
  readonly today: string;
}

/**
 * What the page comes to so far, for the computed values that its definition shows. Provisional, and said so; changes are read out after
 * what somebody is doing and never move the focus.
 */
export function ComputedLine({ form, fields, answers, rules, locale, today }: ComputedLineProps) {
  const shown = shownValues(form, fields);
  const values = useMemo(
    () => (shown.length === 0 ? [] : computeAnswers(form, answers, { rules, today })),
    [form, answers, rules, today, shown.length],
  );
  if (shown.length === 0) return null;
  return (
    <section className="computed-line" aria-label={formText('soFar', locale)}>
      <span className="computed-lead">{formText('soFar', locale)}</span>
      <ul aria-live="polite">
        {shown.map((definition) => {
          const value = values.find(({ id }) => id === definition.id);
          const scale = value?.status === 'known' ? computedScale(definition, locale) : '';
          return value ? (
            <li key={definition.id} className={`computed-${value.status}`}>
              <span>
                {definition.label[locale]} <strong>{computedText(definition, value, locale)}</strong>
              </span>
              {scale ? <span className="computed-scale">{scale}</span> : null}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

/** Computed values of the pages to which the fields belong, in the order of those pages, each once. */
export function shownValues(form: FormDefinition, fields: readonly string[]) {
  const pages = form.pages.filter((page) => page.fields.some((id) => fields.includes(id)));
  const ids = new Set(pages.flatMap(({ shows = [] }) => shows));
  return (form.computed ?? []).filter(({ id }) => ids.has(id));
}
