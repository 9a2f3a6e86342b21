import { useTranslation } from 'react-i18next';
import type { TablesView } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { sentenceDate } from '../../shared/index.js';

/** Which version of the tables decided: since when it is in force, who proposed and who published it, and its content hash. */
export function TablesLine({ tables }: { readonly tables: TablesView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const { effectiveFrom, by, approvedBy, note, hash } = tables;
  const since = effectiveFrom === undefined || !by ? undefined : sentenceDate(effectiveFrom, locale);
  return (
    <details className="staff-muted">
      <summary>{since === undefined ? t('why.tables') : t('why.tablesSince', { date: since })}</summary>
      {by && approvedBy ? <p>{t('why.tablesBy', { by: by.name, approved: approvedBy.name })}</p> : <p>{t('why.tablesStart')}</p>}
      {note ? <p>{note}</p> : null}
      <p className="staff-hash">
        {t('why.tablesHash')} {hash}
      </p>
    </details>
  );
}
