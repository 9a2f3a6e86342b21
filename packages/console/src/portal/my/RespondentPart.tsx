import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/index.js';
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
      <CaseLetters view={view} />
    </>
  );
}
