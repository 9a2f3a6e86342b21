import { useTranslation } from 'react-i18next';
import type { DraftCheck } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { Money } from '../../shared/index.js';
import { isKnown } from './use-estimates.js';

/** What the application would come to, or why that cannot be said yet: what nobody knows is never shown as nothing. */
export function EstimateLine({ check }: { readonly check: DraftCheck }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const reason = check.rows.find(({ status }) => status === 'manual')?.note;
  if (!isKnown(check)) {
    return (
      <p className="estimate-line">
        {t('apply.noEstimate')}
        {reason ? text(reason) : null}
      </p>
    );
  }
  return (
    <p className="estimate-line">
      {t('apply.estimate')}{' '}
      <strong className="amount">
        <Money amount={check.total} />
      </strong>{' '}
      {t('apply.notDecision')}
    </p>
  );
}
