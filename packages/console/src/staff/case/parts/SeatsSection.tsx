import { useTranslation } from 'react-i18next';
import type { CaseView, SeatView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';

const MARKS = { vacant: '▲', waiting: '○', voted: '✓', dropped: '–' } as const;

/** Who sits where, who has not submitted yet, and who takes no part any more. */
export function SeatsSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (view.seats.length === 0 && view.recusals.length === 0) return null;
  const steps = [...new Map(view.seats.map((seat) => [seat.step, seat])).values()];
  return (
    <section className="staff-card" aria-labelledby="seats-title">
      <h2 id="seats-title">{t('proc.seats.title')}</h2>
      {steps.map(({ step, stepLabel }) => (
        <StepSeats key={step} view={view} step={step} label={text(stepLabel)} />
      ))}
      <ul className="staff-plain">
        {view.recusals.map(({ step, seat, seatLabel, stepLabel, person, dropped }) => (
          <li key={`${step}${seat ?? ''}${person.id}`}>
            – {t(dropped ? 'proc.seats.recusedDropped' : 'proc.seats.recused', { name: person.name, seat: text(seatLabel ?? stepLabel) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepSeats({ view, step, label }: { readonly view: CaseView; readonly step: string; readonly label: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const seats = view.seats.filter((seat) => seat.step === step);
  const now = view.position.some(({ id }) => id === step);
  const missing = seats.filter(({ state }) => state === 'vacant' || state === 'waiting');
  const named = ({ person, label: seat }: SeatView) => (person ? `${person.name}` : text(seat));
  return (
    <>
      <h3>{label}</h3>
      <ul className="staff-seats">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <span aria-hidden="true">{now ? MARKS[seat.state] : '·'}</span> {text(seat.label)}
            {t('colon')}
            <strong>{seat.person?.name ?? t('dash')}</strong>{' '}
            {now ? (
              <span className="staff-muted">{seat.vote ? t(`parts.voteMark.${seat.vote}`) : t(`proc.seats.states.${seat.state}`)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {now ? (
        <p>{missing.length > 0 ? t('proc.seats.missing', { list: missing.map(named).join(t('listMark')) }) : t('proc.seats.complete')}</p>
      ) : null}
    </>
  );
}
