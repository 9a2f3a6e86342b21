import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ClauseQuote } from '../../shared/index.js';

/** Old and new figures side by side, each with its ground. */
export function ChangesTable({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  return (
    <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('proposal.changes')}>
      <table className="staff-table designer-table">
        <thead>
          <tr>
            <th scope="col">{t('proposal.of')}</th>
            <th scope="col">{t('proposal.figure')}</th>
            <th scope="col" className="number">
              {t('proposal.before')}
            </th>
            <th scope="col" className="number">
              {t('proposal.after')}
            </th>
            <th scope="col">{t('proposal.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.parameter}>
              <td data-label={t('proposal.of')}>{text(change.of)}</td>
              <th scope="row">{text(change.label)}</th>
              <td className="number" data-label={t('proposal.before')}>
                {text(change.before)}
              </td>
              <td className="number" data-label={t('proposal.after')}>
                <strong>{text(change.after)}</strong>
              </td>
              <td data-label={t('proposal.basis')}>
                {change.clause ? (
                  <details>
                    <summary>§{change.clause.article}</summary>
                    <ClauseQuote clause={change.clause} />
                  </details>
                ) : (
                  t('proposal.own')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
