import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';

/** Errors in this number end the list: the rest is counted only. */
const listed = 1000;

/** What to mend, row by row, in the words of the columns. */
export function ImportErrors({ errors }: { readonly errors: ImportView['errors'] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <section className="staff-card" aria-labelledby="import-errors">
      <h2 id="import-errors">{t('registers.bringing.errors', { count: errors.length })}</h2>
      {errors.length >= listed ? <p>{t('registers.bringing.errorsMore', { shown: listed })}</p> : null}
      <div className="staff-scroll import-list" tabIndex={0} role="group" aria-labelledby="import-errors">
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('registers.bringing.line')}
              </th>
              <th scope="col">{t('registers.bringing.column')}</th>
              <th scope="col">{t('registers.bringing.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ line, field, label, code, message }) => (
              <tr key={`${line} ${field ?? ''} ${code}`}>
                <td className="number">{line}</td>
                <td className="keep">{label ? text(label) : t('registers.bringing.wholeRow')}</td>
                <td>✗ {text(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
