import { Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A labelled field with its hint and error. */
export function Field({ id, label, hint, error, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className="staff-field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="staff-muted" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="staff-error" id={`${id}-error`}>
          ✗ {error}
        </span>
      ) : null}
      {children}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly type?: string;
}

export function TextField({ value, onChange, rows, type, ...field }: TextProps) {
  const aria = { 'aria-invalid': field.error ? true : undefined, 'aria-describedby': describedBy(field) } as const;
  return (
    <Field {...field}>
      {rows ? (
        <Input.TextArea
          id={field.id}
          autoSize={{ minRows: rows, maxRows: 8 }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...aria}
        />
      ) : (
        <Input id={field.id} type={type ?? 'text'} value={value} onChange={(event) => onChange(event.target.value)} {...aria} />
      )}
    </Field>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
  readonly none?: string;
}

export function SelectField({ value, onChange, options, none, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select
        className="input"
        id={field.id}
        value={value}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
      >
        {none ? <option value="">{none}</option> : null}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** A few options as radio buttons. */
export function ChoiceField({ id, label, error, value, options, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend className="staff-legend">{label}</legend>
      {error ? <span className="staff-error">✗ {error}</span> : null}
      <div className="staff-row">
        {options.map(([option, words]) => (
          <label key={option} className="staff-choice">
            <input type="radio" name={name} value={option} checked={value === option} onChange={() => onChange(option)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A day, typed: 2026-11-22, 20261122 or 2026年11月22日. */
export function DateField(props: TextProps) {
  const { t } = useTranslation('staff');
  return <TextField {...props} hint={props.hint ?? t('panel.dateHint')} />;
}

function describedBy({ id, hint, error }: FieldProps): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}
