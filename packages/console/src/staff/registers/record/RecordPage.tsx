import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { RecordView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, LoadingState, NotFoundState, PageHeading, ProblemState } from '../../../shared/index.js';
import { recordQuery } from '../register-queries.js';
import { LevelChip } from '../Shown.js';
import { useRegister } from '../use-register.js';
import { RecordCases } from './RecordCases.js';
import { RecordHistory } from './RecordHistory.js';
import { RecordValues } from './RecordValues.js';
import { RelatedRecords } from './RelatedRecords.js';
import { RevealNumbers } from './RevealNumbers.js';

/** What do we know, from where, since when? */
export function RecordPage() {
  const { register: registerId = '', record: id = '' } = useParams();
  const { register, missing } = useRegister(registerId);
  const { data, error, refetch } = useQuery(recordQuery(registerId, id));
  if (missing) return <NotFoundState />;
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return data && register ? <Record register={register} record={data} /> : <LoadingState lines={12} />;
}

interface RecordProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

function Record({ register, record }: RecordProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const saved = (useLocation().state as { readonly saved?: boolean } | null)?.saved === true;
  return (
    <div className="staff-page">
      <nav aria-label={t('registers.title')}>
        <Link to={`/console/registers/${register.id}`}>‹ {text(register.label)}</Link>
      </nav>
      <div className="staff-row top">
        <PageHeading>{record.name || t('dash')}</PageHeading>
        <LevelChip level={record.level} />
        {record.area ? <span className="staff-muted">{text(record.area)}</span> : null}
        <Actions register={register} record={record} />
      </div>
      <p className="staff-muted" role="status">
        {saved ? <strong>✓ {t('registers.record.saved')} </strong> : null}
        {t('registers.record.opened')}
      </p>
      <RecordValues register={register} record={record} />
      {record.related.map((related) => (
        <RelatedRecords key={related.register} related={related} of={record.id} />
      ))}
      <RecordCases cases={record.cases} />
      <RecordHistory register={register} id={record.id} version={record.version} />
    </div>
  );
}

function Actions({ register, record }: RecordProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const why = record.mayEdit
    ? undefined
    : register.editors
      ? t('registers.notKeeper', { editors: text(register.editors) })
      : t('registers.onlyCases');
  return (
    <span className="staff-row top staff-push">
      <ActionButton kind="primary" unavailable={why} onClick={() => void navigate(`/console/registers/${register.id}/${record.id}/edit`)}>
        {t('registers.record.edit')}
      </ActionButton>
      {record.hidden.length > 0 ? <ActionButton onClick={() => setAsking(true)}>{t('registers.record.reveal')}</ActionButton> : null}
      {asking ? <RevealNumbers register={register} record={record} close={() => setAsking(false)} /> : null}
    </span>
  );
}
