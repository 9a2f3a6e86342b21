import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { tableDate } from '../../../shared/index.js';

/** Cases about the same person or organisation, newest first. */
export function RecordCases({ cases }: { readonly cases: readonly CaseRow[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <section className="staff-card" aria-labelledby="record-cases">
      <h2 id="record-cases">{t('registers.record.cases')}</h2>
      {cases.length === 0 ? <p className="staff-muted">{t('registers.record.noCases')}</p> : null}
      {cases.length > 0 ? (
        <div className="staff-scroll" tabIndex={0} role="group" aria-labelledby="record-cases">
          <table className="staff-table">
            <thead>
              <tr>
                <th scope="col">{t('registers.record.number')}</th>
                <th scope="col">{t('registers.record.service')}</th>
                <th scope="col">{t('registers.record.status')}</th>
                <th scope="col">{t('registers.record.filedOn')}</th>
              </tr>
            </thead>
            <tbody>
              {cases.map((row) => (
                <tr key={row.caseId}>
                  <th scope="row" className="keep">
                    <Link to={`/console/cases/${row.caseId}`}>{row.number ?? t('notYet')}</Link>
                  </th>
                  <td>{text(row.service)}</td>
                  <td>
                    {row.status === 'open' ? `● ${t('registers.record.open')}` : `✓ ${t('registers.record.closed')}`} {text(row.stepLabel)}
                  </td>
                  <td className="keep figure">{tableDate(row.filedOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
