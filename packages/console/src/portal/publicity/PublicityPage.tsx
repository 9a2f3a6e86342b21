import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { publicityOfQuery, type PublicityView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ClockChip, groupNumber, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { ObjectionForm } from './ObjectionForm.js';

/** One public notice: surname, community, benefit, until when, and how to object. */
export function PublicityPage() {
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...publicityOfQuery(id), refetchOnWindowFocus: false });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return data ? <Notice view={data} /> : <LoadingState lines={8} />;
}

function Notice({ view }: { readonly view: PublicityView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const [objecting, setObjecting] = useState(false);
  const level = (view.daysLeft ?? 9) <= 3 ? 'due-soon' : 'in-time';
  return (
    <div className="page">
      <PageHeading>{t('publicity.of', { service: text(view.service) })}</PageHeading>
      <dl className="facts">
        <div className="facts-row">
          <dt>{t('receipt.applicant')}</dt>
          <dd>{view.applicant}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('publicity.area')}</dt>
          <dd>{text(view.area)}</dd>
        </div>
        {view.number ? (
          <div className="facts-row">
            <dt>{t('receipt.number')}</dt>
            <dd className="figure">{groupNumber(view.number)}</dd>
          </div>
        ) : null}
        <div className="facts-row">
          <dt>{t('publicity.period')}</dt>
          <dd>
            {sentenceDate(view.from, locale)}
            {view.until ? t('publicity.to', { date: sentenceDate(view.until, locale, { weekday: true }) }) : null}{' '}
            {view.daysLeft === undefined ? null : <ClockChip clock={{ level, unit: 'calendar-day', daysLeft: view.daysLeft }} />}
          </dd>
        </div>
      </dl>
      <NoticeRows view={view} />
      <section className="page" aria-labelledby="how-to-object">
        <h2 id="how-to-object">{t('publicity.disagree')}</h2>
        <p className="prose">{text(view.howToObject)}</p>
        {objecting ? (
          <ObjectionForm view={view} />
        ) : (
          <div className="actions">
            <ActionButton kind="primary" onClick={() => setObjecting(true)}>
              {t('publicity.object')}
            </ActionButton>
          </div>
        )}
      </section>
    </div>
  );
}

function NoticeRows({ view }: { readonly view: PublicityView }) {
  const { t } = useTranslation();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('rows.row')}</th>
          <th scope="col">{t('rows.name')}</th>
          <th scope="col">{t('publicity.community')}</th>
          <th scope="col">{t('publicity.benefit')}</th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.item}>
            <td className="figure">{row.row}</td>
            <th scope="row">{row.name}</th>
            <td data-label={t('publicity.community')}>{row.community ?? t('app.dash')}</td>
            <td data-label={t('publicity.benefit')}>{row.benefit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
