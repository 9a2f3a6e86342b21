import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordCauseView } from '../../../api/index.js';

/** What wrote a value: the case with its number, the colleague, or the initial data. */
export function CauseWords({ cause, created }: { readonly cause: RecordCauseView; readonly created: boolean }) {
  const { t } = useTranslation('staff');
  const name = cause.by?.name ?? t('registers.somebody');
  if (cause.source === 'effect') {
    const words = `${t('registers.sources.effect')}${cause.number ? ` ${cause.number}` : ''}`;
    return cause.caseId ? <Link to={`/console/cases/${cause.caseId}`}>{words}</Link> : <>{words}</>;
  }
  if (cause.source === 'seed') return <>{t('registers.sources.seed')}</>;
  if (cause.source === 'import') return <>{t('registers.sources.import', { name })}</>;
  return <>{created ? t('registers.sources.created', { name }) : t('registers.sources.manual', { name })}</>;
}
