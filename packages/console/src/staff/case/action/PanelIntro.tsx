import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { formatMoney } from '../../../shared/index.js';
import { totalOf } from '../item-state.js';
import { type Intent, rowsOf } from './intent.js';

/** What follows from the act: rows and amount, who is next, which letters go out. */
export function PanelIntro({ view, intent }: { readonly view: CaseView; readonly intent: Intent }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const rows = rowsOf(intent, view);
  const action = intent.kind === 'action' ? intent.action : undefined;
  const objection = intent.kind === 'public-objection' || action?.kind === 'object';
  return (
    <dl className="staff-pairs">
      {rows.length > 0 ? (
        <>
          <dt>{t('panel.rows')}</dt>
          <dd>
            {t('panel.rowsLine', { count: rows.length, amount: formatMoney(totalOf(rows)) })}
            {rows.length <= 6 ? `（${rows.map(({ row, name }) => `${row} ${name}`).join(t('listMark'))}）` : null}
          </dd>
        </>
      ) : null}
      {objection && rows.length === 0 ? (
        <>
          <dt>{t('panel.rows')}</dt>
          <dd>{t('panel.wholeCase')}</dd>
        </>
      ) : null}
      {action?.leadsTo ? (
        <>
          <dt>{t('panel.nextIs')}</dt>
          <dd>{text(action.leadsTo)}</dd>
        </>
      ) : null}
      {action && action.letters.length > 0 ? (
        <>
          <dt>{t('panel.effects')}</dt>
          <dd>{action.letters.map(({ label }) => text(label)).join(t('listMark'))}</dd>
        </>
      ) : null}
    </dl>
  );
}
