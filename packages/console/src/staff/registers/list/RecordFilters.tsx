import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterFieldView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton } from '../../../shared/index.js';
import { useNarrow } from '../../layout/use-narrow.js';
import { type RecordFilter, recordsQuery } from '../register-queries.js';
import { useRegister } from '../use-register.js';
import { fieldParam, isFiltered } from './record-filter.js';

type Change = (changes: Readonly<Record<string, string>>) => void;
type Options = readonly (readonly [value: string, words: string])[];

export interface RecordFiltersProps {
  readonly register: RegisterView;
  readonly filter: RecordFilter;
  readonly change: Change;
}

/** Search, filters by what the register is indexed by, and order; the server applies them over all pages. */
export function RecordFilters({ register, filter, change }: RecordFiltersProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const narrow = useNarrow();
  const indexed = register.fields.filter(
    ({ id, type, indexed: found, reference }) =>
      found && id !== register.statusField && reference?.by !== 'subject' && type !== 'identity' && type !== 'phone',
  );
  const statuses: Options = register.byStatus.map(({ value, label }) => [value, text(label)]);
  const sorts = register.validUntilField ? (['name', 'changed', 'until'] as const) : (['name', 'changed'] as const);
  return (
    <div className="staff-row" role="group" aria-label={t('registers.filters')}>
      <SearchBox key={filter.text ?? ''} text={filter.text ?? ''} change={change} />
      <details className="staff-fold" open={narrow ? undefined : true}>
        <summary>{t('registers.filters')}</summary>
        {statuses.length > 0 ? (
          <Choice id="status" label={t('registers.status')} value={filter.status} options={statuses} change={change} />
        ) : null}
        {indexed.map((field) => (
          <FieldFilter key={field.id} field={field} value={filter.match?.[field.id]} change={change} />
        ))}
        {register.validUntilField ? (
          <Choice
            id="expires"
            label={t('registers.expires')}
            value={filter.expires}
            options={(['past', '30', '90'] as const).map((span) => [span, t(`registers.expiresIn.${span}`)])}
            change={change}
          />
        ) : null}
        <Choice
          id="sort"
          label={t('registers.sort')}
          value={filter.sort ?? 'name'}
          options={sorts.map((sort) => [sort, t(`registers.sorts.${sort}`)])}
          change={change}
          always
        />
      </details>
      {isFiltered(filter) ? (
        <ActionButton
          kind="link"
          onClick={() =>
            change({ text: '', status: '', expires: '', ...Object.fromEntries(indexed.map(({ id }) => [fieldParam(id), ''])) })
          }
        >
          {t('registers.clear')}
        </ActionButton>
      ) : null}
    </div>
  );
}

function SearchBox({ text, change }: { readonly text: string; readonly change: Change }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ text: typed.trim() });
  };
  return (
    <form className="staff-filter" role="search" onSubmit={submit}>
      <label htmlFor="record-text">{t('registers.search')}</label>
      <input className="input" id="record-text" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ActionButton kind="primary" type="submit">
        {t('registers.find')}
      </ActionButton>
    </form>
  );
}

interface FieldFilterProps {
  readonly field: RegisterFieldView;
  readonly value: string | undefined;
  readonly change: Change;
}

/** Codes, yes or no, and records of another register are chosen; other texts are typed whole. */
function FieldFilter({ field, value, change }: FieldFilterProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const id = fieldParam(field.id);
  const label = text(field.label);
  if (field.reference) return <ReferenceFilter field={field} value={value} change={change} />;
  const options: Options | undefined = field.values?.map((one) => [one.value, text(one.label)]);
  const yesNo: Options = [
    ['true', t('yes')],
    ['false', t('no')],
  ];
  const choices = options ?? (field.type === 'boolean' ? yesNo : undefined);
  if (choices) return <Choice id={id} label={label} value={value} options={choices} change={change} />;
  return <TypedFilter key={value ?? ''} id={id} label={label} value={value ?? ''} change={change} />;
}

function ReferenceFilter({ field, value, change }: FieldFilterProps) {
  const text = useLocalized();
  const target = field.reference?.register ?? '';
  const { register } = useRegister(target);
  const { data } = useQuery(recordsQuery(target, { limit: 200 }));
  const options: Options = (data?.rows ?? []).map((row) => [String(row.values[register?.key ?? '']?.value ?? row.id), row.name]);
  return <Choice id={fieldParam(field.id)} label={text(field.label)} value={value} options={options} change={change} />;
}

function TypedFilter({
  id,
  label,
  value,
  change,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: Change;
}) {
  const [typed, setTyped] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ [id]: typed.trim() });
  };
  return (
    <form className="staff-filter" onSubmit={submit}>
      <label htmlFor={`filter-${id}`}>{label}</label>
      <input
        className="input"
        id={`filter-${id}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed.trim() !== value) change({ [id]: typed.trim() });
        }}
      />
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string | undefined;
  readonly options: Options;
  readonly change: Change;
  /** One of them is always chosen. */
  readonly always?: boolean;
}

function Choice({ id, label, value, options, change, always = false }: ChoiceProps) {
  const { t } = useTranslation('staff');
  return (
    <span className="staff-filter">
      <label htmlFor={`filter-${id}`}>{label}</label>
      <select className="input" id={`filter-${id}`} value={value ?? ''} onChange={(event) => change({ [id]: event.target.value })}>
        {always ? null : <option value="">{t('registers.all')}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
