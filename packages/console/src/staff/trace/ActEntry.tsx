import { useTranslation } from 'react-i18next';
import type { ActView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { TablesLine } from '../case/TablesLine.js';
import { ClauseQuote, clockTime, formatMoney, shortDate, tableInstant } from '../../shared/index.js';

const FEW = 8;

/** One act: when it was recorded and when it took effect, who, what, on what ground, and its link in the chain. */
export function ActEntry({ act }: { readonly act: ActView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const clause = act.clause ?? act.result?.matched.find((match) => match.clause)?.clause;
  return (
    <li>
      <span className="staff-muted figure">
        {tableInstant(act.recordedAt)}
        <br />
        {act.late ? (
          <strong className="staff-error">
            {t('trace.late', {
              effective: shortDate(act.effectiveOn, locale),
              recorded: `${shortDate(act.recordedAt, locale)} ${clockTime(act.recordedAt)}`,
            })}
          </strong>
        ) : (
          t('trace.seq', { seq: act.seq })
        )}
      </span>
      <div>
        <p>
          {text(act.sentence)} <ActItems act={act} />
          {act.erased ? ` ${t('trace.erased')}` : null}
          {act.supersededBy ? <span className="chip tone-changed">◇ {t('proc.superseded', { seq: act.supersededBy })}</span> : null}
        </p>
        {act.opinion ? (
          <p>
            {t('trace.opinion')}
            {t('colon')}
            {act.opinion}
          </p>
        ) : null}
        {act.reason && !text(act.sentence).includes(act.reason) ? (
          <p>
            {t('trace.reason')}
            {t('colon')}
            {act.reason}
          </p>
        ) : null}
        {act.result?.amount !== undefined ? (
          <p className="figure">
            {formatMoney(act.result.amount)}
            {act.result.formula ? ` = ${act.result.formula}` : null}
          </p>
        ) : null}
        {clause ? (
          <details>
            <summary>
              {t('trace.clause')} {clause.article}
            </summary>
            <ClauseQuote clause={clause} />
          </details>
        ) : null}
        {act.result?.tables ? <TablesLine tables={act.result.tables} /> : null}
        <details>
          <summary className="staff-muted">{t('trace.hash', { seq: act.seq })}</summary>
          <p className="staff-hash">{act.hash}</p>
          {act.definition ? (
            <p className="staff-hash">
              {t('trace.definition')} {act.definition}
            </p>
          ) : null}
        </details>
      </div>
    </li>
  );
}

function ActItems({ act }: { readonly act: ActView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [first] = act.items;
  // The sentence names a single row itself.
  if (!first || (act.items.length === 1 && text(act.sentence).includes(first.name))) return null;
  const rows =
    act.items.length > FEW
      ? t('trace.rowsMore', { first: first.row, count: act.items.length })
      : t('trace.rowsFew', { rows: act.items.map(({ row, name }) => `${row} ${name}`).join(t('listMark')) });
  return <span className="staff-muted">（{t('trace.rowsOf', { rows })}）</span>;
}
