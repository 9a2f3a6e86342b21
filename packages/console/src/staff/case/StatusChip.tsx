import { useTranslation } from 'react-i18next';
import type { ItemView } from '../../api/index.js';

const LOOKS: Record<ItemView['status'], readonly [tone: string, mark: string]> = {
  open: ['ended', '○'],
  held: ['paused', '‖'],
  approved: ['granted', '✓'],
  refused: ['error', '✗'],
  split: ['running', '↳'],
};

/** Status of a row: shape, word and colour say the same. */
export function StatusChip({ item }: { readonly item: Pick<ItemView, 'status' | 'final'> }) {
  const { t } = useTranslation('staff');
  const [tone, mark] = LOOKS[item.status];
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true">{mark}</span>
      {t(`items.status.${item.status}`)}
      {item.final ? ` · ${t('items.final')}` : null}
    </span>
  );
}
