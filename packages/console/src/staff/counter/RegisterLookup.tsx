import type { FormDefinition } from '@careway/definition';
import { identityProblem, normalizeIdentity } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';
import { Field, SelectField } from '../case/action/PanelFields.js';
import { recordsQuery } from '../registers/register-queries.js';
import { type FormLookup, knownAnswers } from './form-lookups.js';

export interface RegisterLookupProps {
  readonly lookup: FormLookup;
  readonly form: FormDefinition;
  /** What stands in the field that holds the key. */
  readonly chosen: string;
  readonly error: string | undefined;
  readonly fill: (answers: Readonly<Record<string, unknown>>, name: string) => void;
}

const known = (row: RecordRow) => Object.fromEntries(Object.entries(row.values).map(([id, { value }]) => [id, value]));

/** Somebody by identity number: what the register knows is offered, and who is not in it is entered by hand. */
export function PersonLookup({ lookup: { register, field }, form, fill }: RegisterLookupProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [typed, setTyped] = useState('');
  const number = normalizeIdentity(typed);
  const whole = identityProblem(number) === undefined;
  const { data } = useQuery({ ...recordsQuery(register.id, { text: number, limit: 1 }), enabled: whole });
  const [row] = data?.rows ?? [];
  return (
    <div className="staff-field">
      <Field id="counter-identity" label={t('counter.identity')} hint={t('counter.identityHint', { register: text(register.label) })}>
        <input
          className="input"
          id="counter-identity"
          autoComplete="off"
          aria-describedby="counter-identity-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div aria-live="polite">
        {whole && row ? (
          <ActionButton kind="link" onClick={() => fill({ ...knownAnswers(form, register.id, known(row)), [field]: number }, row.name)}>
            {t('counter.fillFromOf', { name: row.name })}
          </ActionButton>
        ) : null}
        {whole && data && !row ? (
          <p className="staff-row">
            {t('counter.identityNone', { register: text(register.label) })}{' '}
            <ActionButton kind="link" onClick={() => fill({ [field]: number }, '')}>
              {t('counter.identityUse')}
            </ActionButton>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** An organisation by its name or code. */
export function OrganisationLookup({ lookup: { register, field }, form, chosen, error, fill }: RegisterLookupProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [typed, setTyped] = useState('');
  const { data } = useQuery(recordsQuery(register.id, { ...(typed.trim() ? { text: typed.trim() } : {}), limit: 20 }));
  const found = (data?.rows ?? []).map((row) => ({ row, key: String(row.values[register.key]?.value ?? '') }));
  const choose = (key: string) => {
    const row = found.find((candidate) => candidate.key === key)?.row;
    if (row) fill({ ...knownAnswers(form, register.id, known(row)), [field]: key }, row.name);
    else fill({ [field]: undefined }, '');
  };
  return (
    <div className="staff-field">
      <Field id="counter-find" label={t('counter.organisationSearch')}>
        <input className="input" id="counter-find" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <SelectField
        id="counter-organisation"
        label={t('counter.organisation', { register: text(register.label) })}
        none={found.length === 0 ? t('counter.organisationNone') : t('dash')}
        value={found.some(({ key }) => key === chosen) ? chosen : ''}
        error={error}
        options={found.map(({ key, row }) => [key, `${row.name} ${key}`])}
        onChange={choose}
      />
    </div>
  );
}
