import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton } from '../../../shared/index.js';

export interface ConflictNoteProps {
  readonly problem: ApiProblem;
  readonly keep: () => void;
  readonly drop: () => void;
}

/** Somebody else changed the record meanwhile: both sides, field by field, and one decides. */
export function ConflictNote({ problem, keep, drop }: ConflictNoteProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <div className="note tone-warning" role="alert">
      <p className="note-title">
        <span aria-hidden="true">◆ </span>
        {t('registers.conflict.title')}
      </p>
      <p>{text(problem.since)}</p>
      <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('registers.conflict.title')}>
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col">{t('registers.record.field')}</th>
              <th scope="col">{t('registers.conflict.mine')}</th>
              <th scope="col">{t('registers.conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {problem.differences.map(({ field, label, mine, theirs }) => (
              <tr key={field}>
                <th scope="row">{text(label)}</th>
                <td>{text(mine) || t('registers.conflict.unchanged')}</td>
                <td>{text(theirs) || t('registers.record.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="staff-row">
        <ActionButton kind="primary" onClick={keep}>
          {t('registers.conflict.keep')}
        </ActionButton>
        <ActionButton onClick={drop}>{t('registers.conflict.drop')}</ActionButton>
      </div>
    </div>
  );
}
