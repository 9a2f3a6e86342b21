import { useTranslation } from 'react-i18next';
import { type ActionView, type ItemView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, formatMoney, useOnline } from '../../../shared/index.js';
import type { Outcome } from '../action/intent.js';
import { isFree } from '../item-state.js';
import type { ItemsSectionProps } from '../ItemsSection.js';
import { StatusChip } from '../StatusChip.js';

const OUTCOMES: readonly Outcome[] = ['approve', 'hold', 'refuse', 'reopen'];

/** A case with one row: its result, as a card. */
export function ResultCard({ view, open }: ItemsSectionProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [item] = view.items;
  const action = view.actions.find(({ kind }) => kind === 'items');
  if (!item) return null;
  const main = item.results.find((result) => result.main);
  return (
    <section className="staff-card" aria-labelledby="result-title">
      <div className="staff-row">
        <h2 id="result-title">{main ? text(main.label) : t('proc.result')}</h2>
        <StatusChip item={item} />
      </div>
      <p className="staff-row">
        <strong>{item.name}</strong>
        <span className="staff-amount">{resultWords()}</span>
      </p>
      {item.note ? <p>{text(item.note)}</p> : null}
      {item.reason ? <p>{`${t('panel.reason')}${t('colon')}${item.reason}`}</p> : null}
      {action ? (
        <Decide action={action} item={item} act={(outcome) => open({ kind: 'action', action, outcome, items: [item.id] })} />
      ) : null}
    </section>
  );

  function resultWords(): string {
    if (view.pays) return item?.result === 'manual' && item.amount === undefined ? t('items.manual') : formatMoney(item?.amount);
    if (main && item?.result !== 'refused') return text(main.text);
    return item?.result === 'refused' ? t('proc.notGranted') : t('proc.undecided');
  }
}

interface DecideProps {
  readonly action: ActionView;
  readonly item: ItemView;
  readonly act: (outcome: Outcome) => void;
}

function Decide({ action, item, act }: DecideProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const online = useOnline();
  const barred = action.available ? (online ? undefined : t('bar.offline')) : text(action.refusal?.message) || t('panel.goneElsewhere');
  if (barred) return <p className="staff-muted">{barred}</p>;
  if (!isFree(item)) return null;
  return (
    <div className="staff-row">
      {OUTCOMES.filter((outcome) => outcome !== 'reopen' || item.status !== 'open').map((outcome) => (
        <ActionButton key={outcome} onClick={() => act(outcome)}>
          {t(`items.${outcome}`)}
        </ActionButton>
      ))}
    </div>
  );
}
