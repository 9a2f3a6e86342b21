import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, type NamedChoice, namedQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../shared/index.js';
import { chosenStill, type ComplaintDraft } from './complaint-draft.js';
import { districtsOf } from './area-choices.js';

export interface FacilityChooserProps {
  readonly service: string;
  readonly draft: ComplaintDraft;
  readonly change: (next: Partial<ComplaintDraft>) => void;
}

/** The list of facilities by place and beginning of the name; choosing one fills in the fields below. */
export function FacilityChooser({ service, draft, change }: FacilityChooserProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const [typed, setTyped] = useState('');
  const [area, setArea] = useState('');
  const areas = useQuery(areasQuery);
  const words = typed.trim();
  const found = useQuery(namedQuery(service, { ...(words ? { text: words } : {}), ...(area ? { area } : {}) }));
  const chosen = chosenStill(draft);
  const choose = (choice: NamedChoice) => change({ chosen: choice, answers: { ...draft.answers, ...choice.answers } });
  return (
    <section className="card" aria-labelledby="facility-list">
      <h2 id="facility-list">{t('complaint.listTitle')}</h2>
      <p className="field-hint" id="facility-hint">
        {t('complaint.listHint')}
      </p>
      <div className="field">
        <label className="field-label" htmlFor="facility-area">
          {t('complaint.listArea')}
        </label>
        <select className="input" id="facility-area" value={area} onChange={(event) => setArea(event.target.value)}>
          <option value="">{t('complaint.listAreaAll')}</option>
          {districtsOf(areas.data ?? []).map(({ id, label }) => (
            <option key={id} value={id}>
              {text(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field-label" htmlFor="facility-text">
          {t('complaint.listText')}
        </label>
        <input
          className="input"
          id="facility-text"
          type="search"
          aria-describedby="facility-hint"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {found.error ? <ProblemNote error={found.error} retry={() => void found.refetch()} /> : null}
      <div aria-live="polite">
        {chosen ? (
          <p className="tone-text-granted">
            <span aria-hidden="true">✓ </span>
            {t('complaint.chosen', { name: chosen.name })}
          </p>
        ) : null}
        {found.data?.length === 0 ? <p>{t('complaint.listNone')}</p> : null}
      </div>
      <ul className="plain-list facility-list">
        {(found.data ?? []).map((choice) => (
          <li key={JSON.stringify(choice.answers)} className="facility-line">
            <span>
              {choice.name} <span className="field-hint">{text(choice.area?.label)}</span>
            </span>
            <ActionButton kind="link" onClick={() => choose(choice)}>
              {t('complaint.use')}
              <span className="visually-hidden">{choice.name}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
