import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, historyQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { sentenceDate } from '../../shared/index.js';

/** On a case split off by an objection: who objected, when, and for what reason. It was filed in the case the rows came from. */
export function ObjectionNote({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const parent = view.parent?.caseId ?? '';
  const { data } = useQuery({ ...historyQuery(parent), enabled: parent !== '' });
  const rows = new Set(view.items.map(({ row }) => row));
  const objections = (data?.acts ?? []).filter(({ type, items }) => type === 'ObjectionFiled' && items.some(({ row }) => rows.has(row)));
  return objections.map((act) => (
    <div className="note tone-warning" key={act.seq}>
      <p className="note-title">
        ◆ {text(act.sentence)}
        {t('comma')}
        {sentenceDate(act.effectiveOn, locale)}
      </p>
      {act.reason ? (
        <p>
          {t('panel.reason')}
          {t('colon')}
          {act.reason}
        </p>
      ) : null}
    </div>
  ));
}
