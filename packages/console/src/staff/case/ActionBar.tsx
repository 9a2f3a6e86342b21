import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionView, CaseView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, useOnline } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import type { Intent } from './action/intent.js';
import { useIntentWords } from './action/panel-words.js';

export interface ActionBarProps {
  readonly view: CaseView;
  readonly ticked: ReadonlySet<string>;
  readonly open: (intent: Intent) => void;
}

interface Entry {
  readonly key: string;
  readonly intent: Intent;
  readonly unavailable: string | undefined;
}

/** What moves the case: one primary named by its consequence, at most three buttons, the rest under 更多. */
export function ActionBar({ view, ticked, open }: ActionBarProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const narrow = useNarrow();
  const entries = useEntries(view, ticked);
  const name = useEntryNames(entries, view);
  const ended =
    view.status === 'closed' ? t('case.closed', { ending: view.ending ? t(`cases.endings.${view.ending}`) : text(view.waiting) }) : '';
  if (ended && entries.length === 0) return <p className="staff-bar">{ended}</p>;
  if (entries.length === 0) return <p className="staff-bar">{t('bar.nothing')}</p>;
  const forward = entries.filter(({ intent, unavailable }) => !unavailable && isForward(intent));
  // Two ways that weigh the same: neither is put into the hand.
  const primary = forward.length === 1 ? forward[0] : forward.find(({ intent }) => !weighs(intent));
  const reasons = new Set(entries.map(({ unavailable }) => unavailable));
  const [only] = reasons;
  // Somebody else's turn: one sentence, not the same one under each button.
  if (reasons.size === 1 && only) return <p className="staff-bar">{`${t('bar.nothing')}${only}`}</p>;
  const rest = entries.filter((entry) => entry !== primary);
  const able = rest.filter(({ unavailable }) => !unavailable);
  const room = narrow ? 1 : 3;
  // Of what cannot be done, one with its reason is enough in sight.
  const barred = rest.filter(({ unavailable }) => unavailable).slice(0, 1);
  const shown = primary ? able.slice(0, room - 1) : [...barred, ...able].slice(0, room);
  const more = rest.filter((entry) => !shown.includes(entry));
  return (
    <div className="staff-bar" role="group" aria-label={t('bar.label')}>
      {ended ? <span>{ended}</span> : null}
      {primary ? (
        <ActionButton kind="primary" onClick={() => open(primary.intent)}>
          {name(primary)}
        </ActionButton>
      ) : null}
      {shown.map((entry) => (
        <ActionButton key={entry.key} unavailable={entry.unavailable} onClick={() => open(entry.intent)}>
          {name(entry)}
        </ActionButton>
      ))}
      {more.length > 0 ? <More entries={more} name={name} open={open} /> : null}
    </div>
  );
}

/** Names of buttons; what two steps that run at once name alike says its step. */
function useEntryNames(entries: readonly Entry[], view: CaseView): (entry: Entry) => string {
  const words = useIntentWords();
  const text = useLocalized();
  const { t } = useTranslation('staff');
  return ({ intent }) => {
    const name = words(intent, view);
    const step = stepOf(intent);
    const others = entries.filter((entry) => stepOf(entry.intent) !== step && words(entry.intent, view) === name);
    const label = others.length > 0 && view.position.find(({ id }) => id === step)?.label;
    return label ? `${text(label)}${t('colon')}${name}` : name;
  };
}

function stepOf(intent: Intent): string | undefined {
  return intent.kind === 'action' ? intent.action.step : undefined;
}

interface MoreProps {
  readonly entries: readonly Entry[];
  readonly name: (entry: Entry) => string;
  readonly open: (intent: Intent) => void;
}

function More({ entries, name, open }: MoreProps) {
  const { t } = useTranslation('staff');
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!shown) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setShown(false);
      box.current?.querySelector<HTMLElement>('button')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [shown]);
  return (
    <div className="staff-more" ref={box}>
      <ActionButton aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('bar.more')} ▾
      </ActionButton>
      {shown ? (
        <div className="staff-more-list">
          {entries.map((entry) => (
            <ActionButton key={entry.key} unavailable={entry.unavailable} onClick={() => open(entry.intent)}>
              {name(entry)}
            </ActionButton>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Row decisions stand above the rows; clocks act by themselves; objections have an entry of their own. */
const NOT_HERE: ReadonlySet<string> = new Set(['items', 'period-ended', 'deemed', 'object']);

/** Actions that a person takes, those that move the case on first; row decisions stand above the rows. */
function useEntries(view: CaseView, ticked: ReadonlySet<string>): readonly Entry[] {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const online = useOnline();
  const locale = useLocale();
  const refusalWords = ({ refusal }: ActionView) =>
    [text(refusal?.message), text(refusal?.next)].filter(Boolean).join(locale === 'en' ? ' ' : '');
  const reason = (action: ActionView) =>
    action.available ? (online ? undefined : t('bar.offline')) : refusalWords(action) || t('panel.goneElsewhere');
  const rows = [...ticked];
  const closed = view.status === 'closed';
  const acts = view.actions.filter(({ kind, available }) => !NOT_HERE.has(kind) && (!closed || available));
  const entries: Entry[] = acts.map((action) => ({
    key: `${action.step}.${action.action}.${action.seat ?? ''}.${action.onBehalf ?? ''}`,
    intent: { kind: 'action', action },
    unavailable: reason(action),
  }));
  const object = view.actions.find(({ kind }) => kind === 'object');
  if (object)
    entries.push(
      objectionEntry(object, {
        open: view.publicity.some(({ status }) => status === 'open'),
        items: rows,
        refusal: text(object.refusal?.message),
      }),
    );
  const offline = online ? undefined : t('bar.offline');
  for (const request of view.requestable)
    entries.push({ key: request.procedure, intent: { kind: 'request', request }, unavailable: offline });
  if (view.corrections?.may && view.corrections.facts.length > 0) {
    entries.push({ key: 'correct', intent: { kind: 'correct' }, unavailable: offline });
  }
  return entries.toSorted((a, b) => weight(a) - weight(b));
}

interface ObjectionInput {
  readonly open: boolean;
  readonly items: readonly string[];
  readonly refusal: string;
}

/** At the counter an objection is entered as an act of the clerk where the workflow lets a clerk do so, else as the public files it. */
function objectionEntry(action: ActionView, { open, items, refusal }: ObjectionInput): Entry {
  const intent: Intent = action.available
    ? { kind: 'action', action, items }
    : { kind: 'public-objection', step: action.step, action: action.action, items };
  return { key: 'object', intent, unavailable: action.available || open ? undefined : refusal };
}

function isForward(intent: Intent): boolean {
  return (
    intent.kind === 'action' &&
    !['supplement', 'return', 'withdraw', 'reopen'].includes(intent.action.kind) &&
    !intent.action.onBehalf &&
    !intent.action.requires.includes('reason')
  );
}

/** An act that a person must justify with an opinion. */
function weighs(intent: Intent): boolean {
  return intent.kind === 'action' && intent.action.requires.includes('opinion');
}

function weight({ intent, unavailable }: Entry): number {
  if (intent.kind !== 'action') return unavailable ? 15 : 9;
  if (intent.action.onBehalf) return 8;
  if (isForward(intent)) return unavailable ? 0.5 : 0;
  const base = intent.action.kind === 'supplement' ? 1 : intent.action.kind === 'return' ? 2 : 3;
  return base + (unavailable ? 10 : 0);
}
