import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../i18n/index.js';
import type { OperationsView } from '../api/staff-queries.js';

/** What opens cases by the calendar: how far each has run, and records for which no case could be opened. */
export function Schedules({ schedules }: { readonly schedules: OperationsView['schedules'] }) {
  const { t } = useTranslation('staff');
  const localized = useLocalized();
  return (
    <section className="staff-card" aria-labelledby="schedules-title">
      <h2 id="schedules-title">{t('operations.schedules')}</h2>
      {schedules.length === 0 ? <p>{t('operations.schedulesNone')}</p> : null}
      {schedules.length > 0 ? (
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col">{t('operations.schedule')}</th>
              <th scope="col">{t('operations.ranTo')}</th>
              <th scope="col" className="number">
                {t('operations.opened')}
              </th>
              <th scope="col">{t('operations.failed')}</th>
            </tr>
          </thead>
          <tbody>
            {schedules.map(({ id, label, ranTo, opened, failed }) => (
              <tr key={id}>
                <th scope="row">{localized(label)}</th>
                <td className="figure">{ranTo ?? t('dash')}</td>
                <td className="number">{opened}</td>
                <td>
                  {failed.length === 0
                    ? t('dash')
                    : failed.map(({ record, period, why }) => <p key={record + period}>{`▲ ${record} · ${period}：${why}`}</p>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
