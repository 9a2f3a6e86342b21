import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { candidatesQuery, type CandidateView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { LoadingState, ProblemNote } from '../../../shared/index.js';
import { CandidateTable } from './CandidateTable.js';
import type { PanelFormProps } from './PanelForm.js';
import { SelectField } from './PanelFields.js';

/** Who takes which seat. A turn is only marked: nobody is chosen before a person chooses. */
export function AssignFields({ judged, change, error }: Omit<PanelFormProps, 'clauses' | 'sheet'>) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { intent, typed, view } = judged;
  const action = intent.kind === 'action' ? intent.action : undefined;
  const query = candidatesQuery(view.id, { step: action?.step ?? '', action: action?.action ?? '' });
  const { data, error: problem, refetch } = useQuery({ ...query, enabled: action !== undefined });
  const fault = error('assignments');
  if (problem) return <ProblemNote error={problem} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={5} />;
  return (
    <fieldset className="field" id="panel-assignments" tabIndex={-1} style={{ maxWidth: 'none' }}>
      <legend className="staff-legend">{t('proc.assign')}</legend>
      {fault ? <span className="staff-error">✗ {fault}</span> : null}
      <div className="staff-two">
        {data.seats.map(({ seat, label, person }) => (
          <SelectField
            key={seat}
            id={`panel-seat-${seat}`}
            label={text(label)}
            hint={person ? t('proc.seatNow', { name: person.name }) : undefined}
            none={person ? t('proc.seatKeep') : t('proc.seatNone')}
            value={typed.assignments[seat] ?? ''}
            options={data.candidates
              .filter((candidate) => candidate.seats.includes(seat))
              .map((candidate) => [candidate.person.id, optionWords(candidate)])}
            onChange={(chosen) => change({ assignments: { ...typed.assignments, [seat]: chosen } })}
          />
        ))}
      </div>
      <CandidateTable candidates={data.candidates} />
    </fieldset>
  );

  function optionWords({ person, openCases, suggested }: CandidateView): string {
    return `${person.name}${t('proc.loadShort', { count: openCases })}${suggested ? t('proc.turnShort') : ''}`;
  }
}
