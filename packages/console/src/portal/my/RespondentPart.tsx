import { useTranslation } from 'react-i18next';
import { apiUrl, type CaseView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { CaseLetters } from './CaseLetters.js';

/** What a party reads that sees only its own part: why, what it is asked about, its letters and what it filed. Who complained is not there. */
export function RespondentPart({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const facts = view.facts.filter(({ erased, text: words, value }) => !erased && (words !== undefined || value !== undefined));
  return (
    <>
      <section className="page" aria-labelledby="respondent-part">
        <h2 id="respondent-part">{t('own.asked')}</h2>
        <p className="prose">{t('own.shielded')}</p>
        <dl className="facts">
          {facts.map((fact) => (
            <div className="facts-row" key={fact.id}>
              <dt>{text(fact.label)}</dt>
              <dd>{text(fact.text) || String(fact.value)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {view.attachments.length > 0 ? (
        <section className="page" aria-labelledby="respondent-files">
          <h2 id="respondent-files">{t('own.filed')}</h2>
          <ul className="plain-list">
            {view.attachments.map(({ id, name }) => (
              <li key={id}>
                <a href={apiUrl(`/attachments/${encodeURIComponent(id)}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CaseLetters view={view} />
    </>
  );
}
