import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, type ItemView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, Money } from '../../shared/index.js';
import { ItemWhy } from './ItemWhy.js';

/** Every row with where it stands, its amount and reason; the total beside them. */
export function CaseItems({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const [all, setAll] = useState(false);
  if (view.items.length === 0) return null;
  const telling = view.items.filter(tellsSomething);
  const over = view.status !== 'open';
  const decided = view.items.some(({ final }) => final);
  const shown = all || view.items.length <= FEW ? view.items : telling;
  return (
    <section className="page" aria-labelledby="case-items">
      <h2 id="case-items">{t('rows.title', { count: view.items.length })}</h2>
      {(over && !decided) || !view.pays ? null : (
        <p className="estimate-line">
          {view.items.every(({ final }) => final) ? t('rows.totalDecided') : t('rows.totalSoFar')}{' '}
          <strong className="amount">
            <Money amount={view.total} />
          </strong>
        </p>
      )}
      <p>
        {STATUSES.flatMap((status) => {
          const count = view.items.filter((item) => item.status === status).length;
          return count > 0 ? [t('rows.count', { status: statusWord(t, status, over), count })] : [];
        }).join(t('my.comma'))}
      </p>
      {shown.length > 0 ? (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('rows.row')}</th>
              <th scope="col">{t('rows.name')}</th>
              <th scope="col">{t('rows.state')}</th>
              <th scope="col" className={view.pays ? 'amount-cell' : ''}>
                {view.pays ? t('rows.amount') : t('why.outcome')}
              </th>
              <th scope="col">{t('rows.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => [
              <ItemLine
                key={item.id}
                item={item}
                pays={view.pays}
                over={over}
                open={open === item.id}
                toggle={() => setOpen(open === item.id ? undefined : item.id)}
              />,
              open === item.id ? (
                <tr key={`${item.id}-why`}>
                  <td colSpan={5}>
                    <ItemWhy caseId={view.id} item={item} />
                  </td>
                </tr>
              ) : null,
            ])}
          </tbody>
        </table>
      ) : null}
      {view.items.length > FEW ? (
        <div>
          <ActionButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('rows.showFew') : t('rows.showAll', { count: view.items.length })}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}

/** Longer lists first show only the rows that have something to say. */
const FEW = 10;
const STATUSES = ['approved', 'refused', 'held', 'split', 'open'] as const;

function tellsSomething(item: ItemView): boolean {
  return !['open', 'approved'].includes(item.status) || item.result !== 'ok' || item.claim?.status === 'refused';
}

const TONES = { open: 'running', held: 'paused', approved: 'granted', refused: 'error', split: 'ended' } as const;
const MARKS = { open: '●', held: '‖', approved: '✓', refused: '✗', split: '–' } as const;

interface ItemLineProps {
  readonly item: ItemView;
  readonly pays: boolean;
  /** The case has ended: a row that is still open will not be decided. */
  readonly over: boolean;
  readonly open: boolean;
  readonly toggle: () => void;
}

function statusWord(t: TFunction, status: ItemView['status'], over: boolean): string {
  return over && status === 'open' ? t('rows.ended') : t(`rows.status.${status}`);
}

function ItemLine({ item, pays, over, open, toggle }: ItemLineProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const look = over && item.status === 'open' ? 'split' : item.status;
  return (
    <tr>
      <td className="figure">{item.row}</td>
      <th scope="row">{item.name}</th>
      <td>
        <span className={`chip tone-${TONES[look]}`}>
          <span aria-hidden="true">{MARKS[look]}</span>
          {statusWord(t, item.status, over)}
        </span>
      </td>
      {pays ? (
        <td className="amount-cell" data-label={t('rows.amount')}>
          {item.amount === undefined && item.status === 'open' && item.result !== 'ok' ? (
            t(`rows.result.${item.result}`)
          ) : (
            <Money amount={item.amount} />
          )}
        </td>
      ) : (
        <td data-label={t('why.outcome')}>{text(item.results.find(({ main }) => main)?.text) || t('app.dash')}</td>
      )}
      <td>
        {item.reason ?? text(item.note)}
        {item.claim?.status === 'refused' ? <span> {t('rows.claimed')}</span> : null}{' '}
        <ActionButton kind="link" aria-expanded={open} onClick={toggle}>
          {t('why.title')}
          <span className="visually-hidden">{item.name}</span>
        </ActionButton>
      </td>
    </tr>
  );
}
