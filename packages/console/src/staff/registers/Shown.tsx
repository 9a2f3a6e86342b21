import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordRow, ShownValue } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { Money } from '../../shared/index.js';

/** A value in words; what it names is a link where the reader may go there. */
export function Shown({ shown, type }: { readonly shown: ShownValue | undefined; readonly type: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (!shown) return <>{t('dash')}</>;
  const words = text(shown.text);
  if (type === 'money') return <Money amount={String(shown.value)} />;
  if (shown.record) return <Link to={`/console/registers/${shown.record.register}/${shown.record.id}`}>{words}</Link>;
  if (shown.caseId) return <Link to={`/console/cases/${shown.caseId}`}>{words}</Link>;
  return <span className={['identity', 'phone', 'date', 'month', 'integer'].includes(type) ? 'figure' : undefined}>{words}</span>;
}

/** Whether a record's last day is over or near: shape, word and colour say the same. */
export function LevelChip({ level }: { readonly level: RecordRow['level'] }) {
  const { t } = useTranslation('staff');
  if (!level) return null;
  const [tone, mark] = level === 'expired' ? ['error', '▲'] : ['warning', '◆'];
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true">{mark}</span>
      {t(`registers.level.${level}`)}
    </span>
  );
}
