import { useTranslation } from 'react-i18next';
import type { PublicationView } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';
import { tableInstant } from '../shared/index.js';

/** Every publication: since when it holds, what it changed, who proposed and who published it. */
export function PublicationsTable({ rows }: { readonly rows: readonly PublicationView[] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  return (
    <section className="staff-card" aria-labelledby="history-title">
      <h2 id="history-title">{t('home.history')}</h2>
      <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('home.history')}>
        <table className="staff-table designer-table">
          <thead>
            <tr>
              <th scope="col">{t('home.publishedAt')}</th>
              <th scope="col">{t('home.since')}</th>
              <th scope="col">{t('home.area')}</th>
              <th scope="col">{t('home.what')}</th>
              <th scope="col">{t('home.proposer')}</th>
              <th scope="col">{t('home.publisher')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.publishedAt}${row.hash}${row.area}`}>
                <th scope="row" className="keep figure">
                  {tableInstant(row.publishedAt)}
                </th>
                <td className="keep figure" data-label={t('home.since')}>
                  {row.effectiveFrom}
                </td>
                <td data-label={t('home.area')}>{text(row.areaLabel)}</td>
                <td data-label={t('home.what')}>
                  {row.changes.length > 0 ? (
                    <ul className="plain-list">
                      {row.changes.map((change) => (
                        <li key={text(change)}>{text(change)}</li>
                      ))}
                    </ul>
                  ) : (
                    t('home.started', { pack: text(row.label) })
                  )}
                  {row.note ? <p className="staff-muted">{t('home.note', { note: row.note })}</p> : null}
                </td>
                <td className="keep" data-label={t('home.proposer')}>
                  {row.by?.name ?? t('dash')}
                </td>
                <td className="keep" data-label={t('home.publisher')}>
                  {row.approvedBy?.name ?? t('dash')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
