import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl, type ActionView, type CaseView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, formatMoney, useOnline } from '../../shared/index.js';
import type { Intent, Outcome } from './action/intent.js';
import { isClean, isFree, type ItemFilter, matchesFilter, totalOf } from './item-state.js';
import { useTotalWords } from './use-total-words.js';
import { ItemsTable } from './ItemsTable.js';
import { ResultCard } from './parts/ResultCard.js';

export interface ItemsSectionProps {
  readonly view: CaseView;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ticked: ReadonlySet<string>) => void;
  readonly selected: string | undefined;
  readonly select: (item: string) => void;
  readonly open: (intent: Intent) => void;
}

const OUTCOMES: readonly Outcome[] = ['approve', 'hold', 'refuse', 'reopen'];
const FILTERS: readonly ItemFilter[] = ['all', 'open', 'doubt', 'held', 'approved', 'refused', 'split'];

/** The rows, each with its own status; deciding acts on the ticked ones and the total follows. */
export function ItemsSection(props: ItemsSectionProps) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const { view, ticked } = props;
  const [filter, setFilter] = useState<ItemFilter>('all');
  const total = useTotalWords(view);
  const action = view.actions.find(({ kind }) => kind === 'items');
  const shown = view.items.filter((item) => matchesFilter(item, filter));
  if (view.items.length === 0) return null;
  if (view.rows === 'one') return <ResultCard {...props} />;
  return (
    <section className="staff-card" aria-labelledby="items-title">
      <div className="staff-row">
        <h2 id="items-title">{t('items.caption', { count: view.items.length })}</h2>
        <span>
          {t('items.counts', view.counts)}
          {view.counts.split > 0 ? ` · ${t('items.split', { count: view.counts.split })}` : null}
        </span>
        <strong className="figure">
          {t('items.total')} {total}
        </strong>
        <a className="staff-push" href={apiUrl(`/cases/${view.id}/rows.xlsx`, { lang: locale })} download>
          {t('items.export')}
        </a>
      </div>
      {action ? <RowActions {...props} action={action} /> : null}
      <div className="staff-row" role="group" aria-label={t('items.only')}>
        {FILTERS.filter((id) => id === 'all' || view.items.some((item) => matchesFilter(item, id))).map((id) => (
          <ActionButton key={id} kind="link" aria-pressed={filter === id} onClick={() => setFilter(id)}>
            {filter === id ? <strong>{t(`items.filter.${id}`)}</strong> : t(`items.filter.${id}`)}{' '}
            {view.items.filter((item) => matchesFilter(item, id)).length}
          </ActionButton>
        ))}
        <span role="status">{ticked.size > 0 ? t('items.ticked', { count: ticked.size }) : null}</span>
      </div>
      {shown.length === 0 ? (
        <p>{t('items.filterEmpty')}</p>
      ) : (
        <ItemsTable
          {...props}
          items={shown}
          tickable={view.actions.some(({ kind, available }) => available && (kind === 'items' || kind === 'object'))}
        />
      )}
    </section>
  );
}

function RowActions({ view, ticked, open, action }: ItemsSectionProps & { readonly action: ActionView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const online = useOnline();
  const barred = action.available ? (online ? undefined : t('bar.offline')) : text(action.refusal?.message) || t('panel.goneElsewhere');
  const clean = view.items.filter(isClean);
  const chosen = view.items.filter((item) => ticked.has(item.id));
  const reason =
    barred ?? (chosen.length === 0 ? t('items.tickFirst') : chosen.some((item) => !isFree(item)) ? t('items.notFree') : undefined);
  const act = (outcome: Outcome, items: readonly { readonly id: string }[]) =>
    open({ kind: 'action', action, outcome, items: items.map(({ id }) => id) });
  if (barred) return <p className="staff-muted">{barred}</p>;
  return (
    <div className="staff-row">
      {clean.length > 0 ? (
        <ActionButton kind={chosen.length === 0 ? 'primary' : 'plain'} onClick={() => act('approve', clean)}>
          {t('items.clean', { count: clean.length, amount: formatMoney(totalOf(clean)) })}
        </ActionButton>
      ) : null}
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="button"
          aria-disabled={reason !== undefined || undefined}
          aria-describedby={reason ? 'rows-reason' : undefined}
          onClick={() => (reason ? undefined : act(outcome, chosen))}
        >
          {t(`items.${outcome}`)}
        </button>
      ))}
      {reason ? (
        <span className="staff-muted" id="rows-reason">
          {reason}
        </span>
      ) : null}
    </div>
  );
}
