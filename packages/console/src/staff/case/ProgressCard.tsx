import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseView, historyQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { shortDate } from '../../shared/index.js';
import { mainActs } from '../trace/main-acts.js';

const MARKS = { done: '✓', now: '●', expected: '○', skipped: '–' } as const;
const RECENT = 5;

/** Past, now and predicted in one column, and the last acts as sentences. */
export function ProgressCard({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const { data: history } = useQuery(historyQuery(view.id));
  const recent = mainActs(history?.acts ?? []);
  return (
    <section className="staff-card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('case.progress')}</h2>
      <ol className="staff-steps">
        {view.path.map(({ step, state, on, by }, index) => (
          <li key={`${step.id}${index}`} data-state={state}>
            <span aria-hidden="true">{MARKS[state]}</span>
            <span>
              {state === 'done' ? <span className="visually-hidden">{t('progress.done')} </span> : null}
              {state === 'now' || state === 'expected' || state === 'skipped' ? `${t(`progress.${state}`)}${t('colon')}` : null}
              {text(step.label)}
              {on ? ` ${shortDate(on, locale)}` : null}
              {by ? ` ${by.name}` : null}
              {state === 'now' && step.owner ? ` ${text(step.owner)}` : null}
            </span>
          </li>
        ))}
      </ol>
      {recent.length > 0 ? (
        <>
          <h3>{t('progress.recent')}</h3>
          <ul className="staff-plain">
            {recent
              .slice(-RECENT)
              .toReversed()
              .map((act) => (
                <li key={act.seq}>
                  <span className="staff-muted">{shortDate(act.effectiveOn, locale)}</span> {text(act.sentence)}
                </li>
              ))}
          </ul>
        </>
      ) : null}
      <p>
        <Link to={`/trace/cases/${view.id}`}>{t('progress.all')}</Link>
      </p>
    </section>
  );
}
