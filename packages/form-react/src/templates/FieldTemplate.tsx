import type { FormField } from '@careway/definition';
import type { FieldTemplateProps, RJSFSchema } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { CarewayFormContext } from '../form-context.js';
import { formText } from '../form-texts.js';
import { ownIssues } from '../own-issues.js';

type Props = FieldTemplateProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>;

/** Widgets that are a group of controls: their label is a legend. */
const GROUPS = new Set<FormField['widget']>(['radio', 'score', 'date', 'month', 'table', 'files']);

/** Label, why we ask, hint, the error in the same words as in the summary, then the control. */
export function FieldTemplate({ id, children, uiSchema, registry }: Props) {
  const options = (uiSchema?.['ui:options'] ?? {}) as { field?: FormField; required?: boolean };
  const { field } = options;
  if (!field) return children;
  if (field.widget === 'note') return children;
  const { locale, issues, headingField, heading, sources, intro } = registry.formContext;
  const own = ownIssues(issues, field.id);
  const group = GROUPS.has(field.widget);
  const isHeading = headingField === field.id;
  const label: ReactNode = (
    <>
      {field.label[locale]}
      {options.required || field.widget === 'checkbox' ? null : <span className="field-optional">{formText('optional', locale)}</span>}
    </>
  );
  const source = sources[field.id];
  const parts = (
    <>
      {isHeading && intro ? <p className="field-intro">{intro}</p> : null}
      {field.why ? (
        <p className="field-why" id={`${id}-why`}>
          {field.why[locale]}
        </p>
      ) : null}
      {field.hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {field.hint[locale]}
        </p>
      ) : null}
      {source ? <p className="field-source">{formText('known', locale, { source: source[locale] })}</p> : null}
      {own.map((issue) => (
        <p className="field-error" id={`${id}-error`} key={issue.message['zh-CN']}>
          <span aria-hidden="true">✗</span>
          <span>
            <span className="visually-hidden">{formText('error', locale)}</span>
            {issue.message[locale]}
          </span>
        </p>
      ))}
      {children}
    </>
  );
  const className = `field field-${field.widget}${own.length > 0 ? ' field-invalid' : ''}`;
  if (group) {
    return (
      <fieldset className={className} id={`${id}-group`} aria-describedby={describedBy(id, field, own.length > 0)}>
        <legend className={isHeading ? 'field-legend-heading' : 'field-label'}>{isHeading ? heading(label) : label}</legend>
        {parts}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      {field.widget === 'checkbox' ? null : isHeading ? (
        heading(<label htmlFor={id}>{label}</label>)
      ) : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      {parts}
    </div>
  );
}

/** Ids of the texts that belong to a control, for `aria-describedby`. */
export function describedBy(id: string, field: FormField, invalid: boolean): string | undefined {
  const ids = [field.why ? `${id}-why` : '', field.hint ? `${id}-hint` : '', invalid ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
