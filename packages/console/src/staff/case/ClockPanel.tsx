import { useTranslation } from 'react-i18next';
import type { CaseView, ClockView, RequestableView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ClauseQuote, ClockChip, clockTime, sentenceDate } from '../../shared/index.js';

/** Every time limit of the case: since when, pauses, extensions, whose, on what ground. */
export function ClockPanel({ view, request }: { readonly view: CaseView; readonly request: (request: RequestableView) => void }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (view.clocks.length === 0) return null;
  return (
    <details>
      <summary>{t('case.clocks', { count: view.clocks.length })}</summary>
      <div className="staff-card">
        <ul className="staff-plain">
          {view.clocks.map((clock) => (
            <li key={clock.id}>
              <ClockLine clock={clock} />
            </li>
          ))}
        </ul>
        {view.requestable
          .filter(({ kind }) => kind === 'extend-clock')
          .map((extension) => (
            <ActionButton key={extension.procedure} onClick={() => request(extension)}>
              {text(extension.label)}
            </ActionButton>
          ))}
      </div>
    </details>
  );
}

function ClockLine({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const date = (iso: string) => sentenceDate(iso, locale);
  const unit = shared(`clock.unit.${clock.unit}`);
  const parts = [
    t('clocks.started', { date: date(clock.startedOn) }),
    clock.amount === undefined ? '' : t('clocks.amount', { count: clock.amount, unit }),
    clock.due && clock.status !== 'ended' && clock.status !== 'canceled'
      ? t('case.due', { date: `${sentenceDate(clock.due, locale, { weekday: true })}${clock.dueAt ? ` ${clockTime(clock.dueAt)}` : ''}` })
      : '',
    clock.extendedBy > 0 ? t('clocks.extended', { count: clock.extendedBy, unit }) : '',
    ...clock.pauses.map(({ from, to, why: code }) => {
      const why = code.startsWith('supplement') ? t('case.task.supplement') : shared('case.pauseOther');
      return to ? t('clocks.pause', { from: date(from), to: date(to), why }) : t('clocks.pausedSince', { from: date(from), why });
    }),
    clock.breachedOn ? t('clocks.breached', { date: date(clock.breachedOn) }) : '',
    clock.escalated ? t('proc.escalated', { roles: clock.escalated.map((role) => text(role)).join(t('listMark')) }) : '',
    clock.endedOn ? t('clocks.endedOn', { date: date(clock.endedOn) }) : '',
    clock.status === 'canceled' ? t('clocks.canceled') : '',
    clock.missingYear === undefined ? '' : t('clocks.missing', { year: clock.missingYear }),
    t('clocks.owner', { owner: text(clock.owner) }),
    clock.basis.clause ? '' : `${t('clocks.basis')}${t('colon')}${t('clocks.citySet')}`,
  ];
  return (
    <>
      <strong>{text(clock.label)}</strong> <ClockChip clock={clock} /> {parts.filter(Boolean).join(t('semicolon'))}
      {clock.basis.clause ? (
        <details>
          <summary>{t('clocks.basis')}</summary>
          <ClauseQuote clause={clock.basis.clause} />
        </details>
      ) : null}
    </>
  );
}
