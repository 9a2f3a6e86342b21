import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { LevelChip, Shown } from '../Shown.js';

type Related = RecordView['related'][number];

/** Records of another register about the same person or organisation: entitlements, payments by month, certificates, assessors. */
export function RelatedRecords({ related, of }: { readonly related: Related; readonly of: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const heading = `related-${related.register}`;
  // What names the record of this very page says nothing here.
  const columns = related.columns.filter(
    ({ id }) => related.rows.some(({ values }) => values[id]) && !related.rows.every(({ values }) => values[id]?.record?.id === of),
  );
  const [first] = columns;
  return (
    <section className="staff-card" aria-labelledby={heading}>
      <h2 id={heading}>{t('registers.record.related', { register: text(related.label), total: related.total })}</h2>
      <div className="staff-scroll" tabIndex={0} role="group" aria-labelledby={heading}>
        <table className="staff-table">
          <thead>
            <tr>
              {columns.map(({ id, label, type }) => (
                <th key={id} scope="col" className={type === 'money' ? 'number' : undefined}>
                  {text(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {related.rows.map((row) => (
              <tr key={row.id}>
                {columns.map(({ id, type }) => (
                  <td key={id} className={type === 'money' ? 'number' : undefined}>
                    {id === first?.id ? (
                      <Link to={`/console/registers/${related.register}/${row.id}`}>{row.name || t('dash')}</Link>
                    ) : (
                      <Shown shown={row.values[id]} type={type} />
                    )}
                    {row.until !== undefined && row.values[id]?.value === row.until ? (
                      <>
                        {' '}
                        <LevelChip level={row.level} />
                      </>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {related.total > related.rows.length ? (
        <p>
          <Link to={`/console/registers/${related.register}`}>{t('registers.record.more')}</Link>
        </p>
      ) : null}
    </section>
  );
}
