import type { FormDefinition } from '@careway/definition';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, type SummaryLine } from '../../shared/index.js';
import { DateField, Field, SelectField } from '../case/action/PanelFields.js';
import { recordsQuery } from '../registers/register-queries.js';

export interface Whom {
  /** Key of the organisation in the register. */
  readonly organisation: string;
  readonly name: string;
  readonly filedOn: string;
  readonly area: string;
}

export function emptyWhom(today: string, roles: readonly { readonly area: string }[]): Whom {
  return { organisation: '', name: '', filedOn: today, area: roles[0]?.area ?? '' };
}

export interface WhomFieldsProps {
  readonly whom: Whom;
  readonly form: FormDefinition;
  readonly lines: readonly SummaryLine[];
  readonly change: (change: Partial<Whom>) => void;
  /** Fills fields of the form with what the register knows. */
  readonly fill: (answers: Readonly<Record<string, unknown>>) => void;
}

/** For whom, when the paper came, and which street handles it. */
export function WhomFields({ whom, form, lines, change, fill }: WhomFieldsProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { person } = useSession();
  const error = (target: string) => lines.find((line) => line.target === target)?.message;
  const areas = [...new Map((person?.roles ?? []).map(({ area, areaLabel }) => [area, text(areaLabel)] as const))];
  return (
    <section className="staff-card" aria-labelledby="counter-whom">
      <h2 id="counter-whom">{t('counter.whom')}</h2>
      <div className="staff-two">
        <Organisation whom={whom} form={form} change={change} fill={fill} error={error('counter-organisation')} />
        <DateField
          id="counter-filed"
          label={t('counter.filedOn')}
          hint={t('counter.filedOnHint')}
          value={whom.filedOn}
          error={error('counter-filed')}
          onChange={(filedOn) => change({ filedOn })}
        />
        <SelectField
          id="counter-area"
          label={t('counter.area')}
          value={whom.area}
          error={error('counter-area')}
          options={areas}
          onChange={(area) => change({ area })}
        />
      </div>
    </section>
  );
}

interface OrganisationProps extends Pick<WhomFieldsProps, 'whom' | 'form' | 'change' | 'fill'> {
  readonly error: string | undefined;
}

const REGISTER = 'facilities';

function Organisation({ whom, form, change, fill, error }: OrganisationProps) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const { data } = useQuery(recordsQuery(REGISTER, { ...(typed.trim() ? { text: typed.trim() } : {}), limit: 20 }));
  const found = (data?.rows ?? []).map(({ name, values }) => ({
    key: String(values['credit_code']?.value ?? ''),
    name,
    values: Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
  }));
  const chosen = found.find(({ key }) => key === whom.organisation);
  return (
    <div className="staff-field">
      <Field id="counter-find" label={t('counter.organisationSearch')}>
        <input className="input" id="counter-find" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <SelectField
        id="counter-organisation"
        label={t('counter.organisation')}
        none={found.length === 0 ? t('counter.organisationNone') : t('dash')}
        value={chosen ? whom.organisation : ''}
        error={error}
        options={found.map(({ key, name }) => [key, `${name} ${key}`])}
        onChange={(organisation) => change({ organisation, name: found.find(({ key }) => key === organisation)?.name ?? '' })}
      />
      {chosen ? (
        <div>
          <ActionButton kind="link" onClick={() => fill(knownAnswers(form, chosen.values))}>
            {t('counter.fillFrom')}
          </ActionButton>
        </div>
      ) : null}
    </div>
  );
}

/** What the register knows for fields that the form takes from it; masked values are left for the clerk to type. */
function knownAnswers(form: FormDefinition, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    form.fields.flatMap(({ id, prefill }) => {
      const value = prefill?.register === REGISTER ? values[prefill.field] : undefined;
      return typeof value === 'string' && value !== '' && !value.includes('*') ? [[id, value]] : [];
    }),
  );
}
