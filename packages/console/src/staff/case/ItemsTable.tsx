import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { formatMoney, Money, tableDate } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import { isFree } from './item-state.js';
import type { ItemsSectionProps } from './ItemsSection.js';
import { StatusChip } from './StatusChip.js';

export interface ItemsTableProps extends ItemsSectionProps {
  readonly items: readonly ItemView[];
  readonly tickable: boolean;
}

/** The rows of a case: tick to act, press the name to see why. On narrow screens cards. */
export function ItemsTable(props: ItemsTableProps) {
  const { t } = useTranslation('staff');
  const narrow = useNarrow();
  const { view, items, tickable, ticked, tick } = props;
  if (narrow) return <ItemCards {...props} />;
  const free = items.filter(isFree);
  const all = free.length > 0 && free.every(({ id }) => ticked.has(id));
  const batches = view.items.some(({ batch }) => batch !== undefined && batch > 1);
  return (
    <table className="staff-table">
      <caption className="visually-hidden">{t('items.caption', { count: items.length })}</caption>
      <thead>
        <tr>
          {tickable ? (
            <th scope="col">
              <label className="staff-tick">
                <input
                  type="checkbox"
                  aria-label={t('items.tickAll')}
                  checked={all}
                  onChange={() => tick(new Set(all ? [] : free.map(({ id }) => id)))}
                />
              </label>
            </th>
          ) : null}
          <th scope="col" className="number">
            {t('items.columns.row')}
          </th>
          <th scope="col">{t('items.columns.name')}</th>
          <th scope="col">{t('items.columns.facts')}</th>
          <th scope="col">{t('items.columns.status')}</th>
          <th scope="col" className="number">
            {t('items.columns.amount')}
          </th>
          <th scope="col">{t('items.columns.note')}</th>
          {batches ? <th scope="col">{t('items.columns.batch')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} data-on={props.selected === item.id} onClick={() => props.select(item.id)}>
            {tickable ? (
              <td onClick={(event) => event.stopPropagation()}>
                <Tick {...props} item={item} />
              </td>
            ) : null}
            <td className="number">{item.row}</td>
            <th scope="row">
              <Name {...props} item={item} />
            </th>
            <td>
              <Situation item={item} />
            </td>
            <td className="keep">
              <StatusChip item={item} />
            </td>
            <td className="number">
              <Money amount={paidOf(item)} />
            </td>
            <td>
              <Remark item={item} />
            </td>
            {batches ? <td className="keep">{item.batch === undefined ? t('dash') : t('items.batch', { count: item.batch })}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ItemCards(props: ItemsTableProps) {
  return (
    <ul className="staff-cards">
      {props.items.map((item) => (
        <li key={item.id}>
          <div className="staff-row">
            {props.tickable ? <Tick {...props} item={item} /> : null}
            {item.row}
            <Name {...props} item={item} />
            <span className="staff-push">{formatMoney(paidOf(item))}</span>
          </div>
          <span>
            <StatusChip item={item} /> <Situation item={item} />
          </span>
          <Remark item={item} />
        </li>
      ))}
    </ul>
  );
}

interface OneItem extends ItemsTableProps {
  readonly item: ItemView;
}

function Tick({ item, ticked, tick }: OneItem) {
  const { t } = useTranslation('staff');
  if (!isFree(item)) return null;
  const toggle = () => {
    const after = new Set(ticked);
    if (!after.delete(item.id)) after.add(item.id);
    tick(after);
  };
  return (
    <label className="staff-tick">
      <input type="checkbox" aria-label={t('items.tick', { row: item.row })} checked={ticked.has(item.id)} onChange={toggle} />
    </label>
  );
}

function Name({ item, selected, select }: OneItem) {
  const { t } = useTranslation('staff');
  return (
    <button type="button" className="staff-name" aria-pressed={selected === item.id} onClick={() => select(item.id)}>
      {item.name}
      <span className="visually-hidden"> {t('items.show', { row: item.row })}</span>
    </button>
  );
}

/** A refused row gets nothing, and one that went its own way is paid there. */
function paidOf({ status, amount }: ItemView): string | undefined {
  return status === 'refused' || status === 'split' ? undefined : amount;
}

/** Sources of what people said; the rest was looked up or follows from it. */
const FILED: ReadonlySet<string> = new Set(['submission', 'action', 'correction']);

/** What was filed about the row in few words: levels, and what is not so. */
function Situation({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const words = item.facts
    .filter(({ source, erased }) => FILED.has(source) && !erased)
    .flatMap((fact) => {
      if (fact.type === 'code') return text(fact.text) || [];
      return fact.type === 'boolean' && fact.value === false ? `${text(fact.label)}${t('colon')}${t('no')}` : [];
    });
  return <>{[...new Set(words)].join(' · ') || t('dash')}</>;
}

function Remark({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const claim = item.claim?.status === 'refused' ? item.claim : undefined;
  const lines = [
    item.result === 'manual' && (item.status === 'open' || item.status === 'held') ? t('items.manual') : '',
    text(item.note),
    item.reason ? `${t('panel.reason')}${t('colon')}${item.reason}` : '',
    claim
      ? `◆ ${t('items.claim.refused')}${claim.heldByService ? t('items.claim.by', { service: text(claim.heldByService) }) : ''}${claim.heldSince ? `${t('comma')}${t('items.claim.since', { date: tableDate(claim.heldSince) })}` : ''}`
      : '',
    item.claim?.status === 'requested' ? `‖ ${t('items.claim.requested')}` : '',
  ].filter(Boolean);
  return (
    <>
      {lines.join(locale === 'en' ? '; ' : '；')}
      {item.childCase ? (
        <>
          {' '}
          <Link to={`/console/cases/${item.childCase}`} onClick={(event) => event.stopPropagation()}>
            {item.childNumber ? t('items.child', { number: item.childNumber }) : t('items.childPlain')}
          </Link>
        </>
      ) : null}
    </>
  );
}
