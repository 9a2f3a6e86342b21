import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { candidatesQuery, type RequestableView } from '../../../api/index.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { sentenceDate } from '../../../shared/index.js';
import { CandidateTable } from './CandidateTable.js';
import type { PanelFormProps } from './PanelForm.js';
import { ChoiceField, SelectField } from './PanelFields.js';

type FieldsProps = Omit<PanelFormProps, 'clauses' | 'sheet'>;

/** Who takes no part any more, and who takes the seat; without anybody the others go on if they are a quorum. */
export function RecusalFields(props: FieldsProps & { readonly request: RequestableView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { judged, change, error, request } = props;
  const { typed } = judged;
  return (
    <>
      <ChoiceField
        id="panel-seat"
        label={t('proc.whoLeaves')}
        value={typed.seat}
        error={error('seat')}
        options={request.seats.map(({ step, stepLabel, seat, label, person }) => [
          `${step} ${seat}`,
          t('proc.seatHolder', { name: person?.name ?? '', step: text(stepLabel), seat: text(label) }),
        ])}
        onChange={(seat) => change({ seat, substitute: '' })}
      />
      {request.substitutes && typed.seat !== '' ? <Substitute {...props} /> : null}
      <p className="staff-muted">{t('proc.recuseHint')}</p>
    </>
  );
}

function Substitute({ judged, change, request }: FieldsProps & { readonly request: RequestableView }) {
  const { t } = useTranslation('staff');
  const { typed, view } = judged;
  const [step = '', seat = ''] = typed.seat.split(' ');
  const { data } = useQuery(candidatesQuery(view.id, { step, procedure: request.procedure }));
  const seated = new Set((data?.seats ?? []).flatMap(({ person }) => person?.id ?? []));
  const able = (data?.candidates ?? []).filter(({ person, seats }) => seats.includes(seat) && !seated.has(person.id));
  return (
    <>
      <SelectField
        id="panel-substitute"
        label={t('proc.substitute')}
        hint={t('proc.substituteHint')}
        none={t('proc.substituteNone')}
        value={typed.substitute}
        options={able.map(({ person, suggested }) => [person.id, `${person.name}${suggested ? t('proc.turnShort') : ''}`])}
        onChange={(substitute) => change({ substitute })}
      />
      {data ? (
        <details>
          <summary>{t('proc.candidates')}</summary>
          <CandidateTable candidates={data.candidates} />
        </details>
      ) : null}
    </>
  );
}

/** Which decision is revoked. */
export function RevocationFields({ judged, change, error, request }: FieldsProps & { readonly request: RequestableView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const { view, typed } = judged;
  const words = (batch: number) => {
    const letters = view.letters.filter((letter) => letter.batch === batch);
    const said = letters.map((letter) => `${text(letter.label)} ${letter.number ?? ''} ${sentenceDate(letter.issuedOn, locale)}`.trim());
    const numbered = view.rows === 'table' || said.length === 0;
    return [...(numbered ? [t('proc.batch', { count: batch })] : []), ...said].join(t('comma'));
  };
  return (
    <>
      <ChoiceField
        id="panel-batch"
        label={t('proc.whichDecision')}
        value={typed.batch}
        error={error('batch')}
        options={request.batches.map(({ batch }) => [String(batch), words(batch)])}
        onChange={(batch) => change({ batch })}
      />
      <p className="staff-muted">{t('proc.revokeHint')}</p>
    </>
  );
}
