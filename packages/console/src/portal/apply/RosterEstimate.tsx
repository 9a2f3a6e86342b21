import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftCheck } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, Money, WhyPanel } from '../../shared/index.js';
import type { DraftContext } from './draft-context.js';

/** Longer rosters first show only the rows that have something to say. */
const FEW = 10;
const RESULTS = ['ok', 'refused', 'manual', 'issue'] as const;

/** The roster once more with the estimate and the reason of each row; "why" opens under it. */
export function RosterEstimate({ context, check }: { readonly context: DraftContext; readonly check: DraftCheck }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const [open, setOpen] = useState<number>();
  const [all, setAll] = useState(false);
  const table = context.form.fields.find(({ widget }) => widget === 'table');
  const rows = (table ? context.state.answers[table.id] : undefined) as readonly Record<string, unknown>[] | undefined;
  const [nameColumn] = table?.columns ?? [];
  if (check.rows.length === 0 || !rows || !nameColumn) return null;
  const telling = check.rows.filter(({ status }) => status !== 'ok');
  const shown = all || check.rows.length <= FEW ? check.rows : telling;
  return (
    <section className="page" aria-labelledby="roster-estimate">
      <h2 id="roster-estimate">{t('apply.byRow')}</h2>
      <p>
        {RESULTS.flatMap((result) => {
          const count = check.rows.filter(({ status }) => status === result).length;
          return count > 0 ? [t('rows.count', { status: t(`rows.result.${result}`), count })] : [];
        }).join(t('my.comma'))}
      </p>
      {shown.length > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('rows.row')}</th>
              <th scope="col">{text(nameColumn.label)}</th>
              <th scope="col" className="amount-cell">
                {t('rows.estimate')}
              </th>
              <th scope="col">{t('rows.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const why = check.why?.[row.row - 1];
              const name = String(rows[row.row - 1]?.[nameColumn.id] ?? '');
              return [
                <tr key={row.row}>
                  <td className="figure">{row.row}</td>
                  <th scope="row">{name}</th>
                  <td className="amount-cell">
                    {row.status === 'manual' || row.status === 'issue' ? t(`rows.result.${row.status}`) : <Money amount={row.amount} />}
                  </td>
                  <td>
                    {row.note ? text(row.note) : row.status === 'refused' ? t('rows.result.refused') : null}
                    {why ? (
                      <ActionButton
                        kind="link"
                        aria-expanded={open === row.row}
                        onClick={() => setOpen(open === row.row ? undefined : row.row)}
                      >
                        {t('why.title')}
                        <span className="visually-hidden">{name}</span>
                      </ActionButton>
                    ) : null}
                  </td>
                </tr>,
                why && open === row.row ? (
                  <tr key={`${row.row}-why`}>
                    <td colSpan={4}>
                      <WhyPanel why={why} />
                    </td>
                  </tr>
                ) : null,
              ];
            })}
          </tbody>
        </table>
      ) : null}
      {check.rows.length > FEW ? (
        <div className="no-print">
          <ActionButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('rows.showFew') : t('rows.showAll', { count: check.rows.length })}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}
