import { useTranslation } from 'react-i18next';
import type { CandidateView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { tableDate } from '../../../shared/index.js';
import { useNarrow } from '../../layout/use-narrow.js';

/** Everybody who holds the role: what the register says, how much each has to do, and why somebody cannot be named. */
export function CandidateTable({ candidates }: { readonly candidates: readonly CandidateView[] }) {
  const { t } = useTranslation('staff');
  const narrow = useNarrow();
  if (candidates.length === 0) return <p>{t('proc.candidatesNone')}</p>;
  if (narrow) {
    return (
      <ul className="staff-cards">
        {candidates.map((candidate) => (
          <li key={candidate.person.id}>
            <span>
              <strong>{candidate.person.name}</strong> <Turn candidate={candidate} />
            </span>
            <span>
              <Load candidate={candidate} />
            </span>
            <Said candidate={candidate} />
            <Barred candidate={candidate} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="staff-table">
      <caption className="visually-hidden">{t('proc.candidates')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('proc.candidate')}</th>
          <th scope="col">{t('proc.load')}</th>
          <th scope="col">{t('proc.register')}</th>
          <th scope="col">{t('proc.mayBe')}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.person.id}>
            <th scope="row">
              {candidate.person.name} <Turn candidate={candidate} />
            </th>
            <td>
              <Load candidate={candidate} />
            </td>
            <td>
              <Said candidate={candidate} />
            </td>
            <td>{candidate.refusal ? <Barred candidate={candidate} /> : `✓ ${t('proc.able')}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface One {
  readonly candidate: CandidateView;
}

function Turn({ candidate }: One) {
  const { t } = useTranslation('staff');
  return candidate.suggested ? <span className="chip tone-running">→ {t('proc.turn')}</span> : null;
}

function Load({ candidate: { openCases, lastAssigned } }: One) {
  const { t } = useTranslation('staff');
  return (
    <>
      {t('proc.openCases', { count: openCases })}
      {t('comma')}
      {lastAssigned ? t('proc.lastAssigned', { date: tableDate(lastAssigned) }) : t('proc.neverAssigned')}
    </>
  );
}

function Said({ candidate }: One) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return <>{candidate.facts.map((fact) => `${text(fact.label)}${t('colon')}${text(fact.text)}`).join(t('semicolon'))}</>;
}

function Barred({ candidate: { refusal } }: One) {
  const text = useLocalized();
  return refusal ? <span>✗ {text(refusal.message)}</span> : null;
}
