import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, Money } from '../../shared/index.js';
import { ItemWhy } from './ItemWhy.js';

/** Of a case about one person or one facility: what came out, in large letters, and why. */
export function OwnResult({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const [open, setOpen] = useState(false);
  const [item] = view.items;
  if (!item) return null;
  const main = item.results.find((result) => result.main);
  const decided = item.final || view.status !== 'open';
  return (
    <section className="card" aria-labelledby="own-result">
      <h2 id="own-result">{main ? text(main.label) : t('own.result')}</h2>
      <p className="case-waiting">
        {item.name}
        {t('services.colon')}
        <strong>{resultWords()}</strong>
      </p>
      {decided ? null : <p className="field-hint">{t('own.notDecided')}</p>}
      {item.reason || item.note ? <p>{item.reason ?? text(item.note)}</p> : null}
      <div>
        <ActionButton kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('why.title')}
        </ActionButton>
      </div>
      {open ? <ItemWhy caseId={view.id} item={item} /> : null}
    </section>
  );

  function resultWords() {
    if (item?.status === 'refused' || item?.result === 'refused') return t(`rows.status.refused`);
    if (view.pays) return item?.amount === undefined ? t(`rows.result.${item?.result ?? 'issue'}`) : <Money amount={item.amount} />;
    if (main) return text(main.text);
    return t('own.undecided');
  }
}
