import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterFieldView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ChoiceField, Field, SelectField, TextField } from '../../case/action/PanelFields.js';
import { recordsQuery } from '../register-queries.js';
import { useRegister } from '../use-register.js';

export interface RecordFieldsProps {
  readonly register: RegisterView;
  readonly values: Readonly<Record<string, string>>;
  /** Whom the record is about is there already and cannot change. */
  readonly fixed: boolean;
  readonly error: (field: string) => string | undefined;
  readonly change: (field: string, value: string) => void;
}

/** The fields of a register under its headings. What tells whom an existing record is about is text, not a field. */
export function RecordFields(props: RecordFieldsProps) {
  const { register } = props;
  const text = useLocalized();
  const groups = [
    ...register.groups.map(({ id, label }) => ({ id: id as string | undefined, label: text(label) })),
    { id: undefined, label: '' },
  ];
  return groups.map(({ id, label }) => {
    const fields = register.fields.filter(({ group, typed }) => group === id && typed);
    if (fields.length === 0) return null;
    return (
      <fieldset className="staff-card record-group" key={id ?? ''}>
        {label ? <legend className="staff-legend">{label}</legend> : null}
        <div className="record-fields">
          {fields.map((field) => (
            <OneField key={field.id} {...props} field={field} />
          ))}
        </div>
      </fieldset>
    );
  });
}

function OneField({ field, values, fixed, error, change }: RecordFieldsProps & { readonly field: RegisterFieldView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const id = fieldId(field.id);
  const value = values[field.id] ?? '';
  const common = { id, label: text(field.label), value, error: error(field.id), onChange: (next: string) => change(field.id, next) };
  if (fixed && field.fixed) {
    return (
      <div className="staff-field">
        <span className="staff-label">{common.label}</span>
        <span className="figure">
          {value} <span className="staff-muted">{t('registers.form.fixed')}</span>
        </span>
      </div>
    );
  }
  if (field.reference) return <ReferenceField {...common} register={field.reference.register} />;
  if (field.values) {
    return <SelectField {...common} none={t('registers.form.choose')} options={field.values.map((one) => [one.value, text(one.label)])} />;
  }
  if (field.type === 'boolean') {
    const unknown: readonly (readonly [string, string])[] = field.required ? [] : [['', t('registers.form.choose')]];
    return <ChoiceField {...common} options={[['true', t('yes')], ['false', t('no')], ...unknown]} />;
  }
  return <TextField {...common} type={field.type === 'phone' ? 'tel' : 'text'} />;
}

interface ReferenceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly register: string;
  readonly onChange: (value: string) => void;
}

/** A record of another register, found by the beginning of its name. */
function ReferenceField({ register, ...field }: ReferenceFieldProps) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const target = useRegister(register).register;
  const { data } = useQuery(recordsQuery(register, { ...(typed.trim() ? { text: typed.trim() } : {}), limit: 50 }));
  const found = (data?.rows ?? []).map((row) => [String(row.values[target?.key ?? '']?.value ?? row.id), row.name] as const);
  const chosen = field.value === '' || found.some(([key]) => key === field.value) ? [] : [[field.value, field.value] as const];
  return (
    <div className="staff-field">
      <SelectField {...field} none={t('registers.form.choose')} options={[...chosen, ...found]} />
      <Field id={`${field.id}-find`} label={t('registers.form.references')}>
        <input className="input" id={`${field.id}-find`} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </div>
  );
}

/** Id of a field's control on the page. */
export function fieldId(field: string): string {
  return `record-${field}`;
}
