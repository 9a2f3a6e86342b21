import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/index.js';
import { formatMoney } from '../../shared/index.js';
import { awaitingAmount } from './item-state.js';

/** The total of a case; rows that wait for a person's amount are told beside it, never counted as nothing. */
export function useTotalWords(view: Pick<CaseView, 'items' | 'total'>): string {
  const { t } = useTranslation('staff');
  const count = awaitingAmount(view.items);
  if (count === 0) return formatMoney(view.total);
  const known = /[1-9]/.test(view.total);
  return known ? `${formatMoney(view.total)}${t('comma')}${t('items.awaiting', { count })}` : t('items.awaiting', { count });
}
