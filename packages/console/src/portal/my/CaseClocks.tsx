import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ClockChip, sentenceDate, shortDate } from '../../shared/index.js';

/** Each time limit: whose move, until when, how many days of which kind; pauses are told, not subtracted in silence. `own`: of steps of the party itself. */
export function CaseClocks({ clocks, own = false }: { readonly clocks: readonly ClockView[]; readonly own?: boolean }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const alive = clocks.filter(({ status }) => status === 'running' || status === 'paused' || status === 'undetermined');
  return (
    <ul className="plain-list clocks">
      {alive.map((clock) => (
        <li key={clock.id}>
          <p>
            {text(clock.label)}
            {t('services.colon')}
            {clock.due ? t('clock.until', { date: sentenceDate(clock.due, locale, { weekday: true }) }) : null}
            {clock.missingYear ? t('clock.undeterminedYear', { year: clock.missingYear }) : null} <ClockChip clock={clock} />
          </p>
          <p className="field-hint">
            {own
              ? t('own.ownerYou')
              : clock.clock.startsWith('supplement')
                ? t('case.ownerYou')
                : t('case.owner', { owner: text(clock.owner) })}
            {clock.extendedBy > 0 ? t('case.extended', { days: clock.extendedBy, unit: t(`clock.unit.${clock.unit}`) }) : null}
          </p>
          {clock.pauses.map((pause) => (
            <p className="clock-pause" key={pause.from}>
              <span aria-hidden="true">‖ </span>
              {pause.to
                ? t('case.paused', { from: shortDate(pause.from, locale), to: shortDate(pause.to, locale), why: t(pauseReason(pause.why)) })
                : t('case.pausedSince', { from: shortDate(pause.from, locale), why: t(pauseReason(pause.why)) })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Pauses carry a code; what is not known by one is told in general words. */
function pauseReason(why: string): 'case.pauseSupplement' | 'case.pauseOther' {
  return why.startsWith('supplement') ? 'case.pauseSupplement' : 'case.pauseOther';
}
