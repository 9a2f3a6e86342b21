import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem, type RecordView, type RegisterView, tenantQuery } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, ErrorSummary, LoadingState, NotFoundState, PageHeading, ProblemNote, ProblemState } from '../../../shared/index.js';
import { DateField, SelectField, TextField } from '../../case/action/PanelFields.js';
import { recordQuery } from '../register-queries.js';
import { useRegister } from '../use-register.js';
import { ConflictNote } from './ConflictNote.js';
import { draftOf } from './record-draft.js';
import { RecordFields } from './RecordFields.js';
import { useSaveRecord } from './use-save-record.js';

/** Adds a record, or corrects one: never without a reason. */
export function RecordFormPage() {
  const { register: registerId = '', record: id } = useParams();
  const { register, missing } = useRegister(registerId);
  const { data: tenant } = useQuery(tenantQuery);
  const found = useQuery({ ...recordQuery(registerId, id ?? ''), enabled: id !== undefined, staleTime: Infinity });
  if (missing) return <NotFoundState />;
  if (found.error) return <ProblemState error={found.error} retry={() => void found.refetch()} />;
  if (!register || !tenant || (id !== undefined && !found.data)) return <LoadingState lines={12} />;
  return <RecordForm register={register} record={found.data} today={tenant.now.slice(0, 10)} />;
}

interface RecordFormProps {
  readonly register: RegisterView;
  readonly record: RecordView | undefined;
  readonly today: string;
}

function RecordForm({ register, record, today }: RecordFormProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [before] = useState(() => draftOf(register, record, today));
  const [draft, setDraft] = useState(before);
  const { save, problem, lines, errorOf, pending } = useSaveRecord({ register, record, before });
  const back = `/console/registers/${register.id}${record ? `/${record.id}` : ''}`;
  const conflict = problem instanceof ApiProblem && problem.code === 'RECORD_CHANGED' ? problem : undefined;
  return (
    <form
      className="staff-page"
      onSubmit={(event) => {
        event.preventDefault();
        save(draft);
      }}
    >
      <nav aria-label={t('registers.title')}>
        <Link to={back}>‹ {record ? record.name : text(register.label)}</Link>
      </nav>
      <PageHeading>
        {record ? t('registers.form.editTitle', { name: record.name }) : t('registers.form.addTitle', { register: text(register.label) })}
      </PageHeading>
      <p className="staff-muted">
        {record ? t('registers.form.hint') : null} {t('registers.form.dates')}
      </p>
      <ErrorSummary lines={lines} />
      {problem && !conflict && lines.length === 0 ? <ProblemNote error={problem} /> : null}
      <RecordFields
        register={register}
        values={draft.values}
        fixed={record !== undefined}
        error={errorOf}
        change={(field, value) => setDraft({ ...draft, values: { ...draft.values, [field]: value } })}
      />
      <div className="staff-card staff-page">
        <div className="staff-two">
          {register.areas.length > 1 ? (
            <SelectField
              id="record-area"
              label={t('registers.form.area')}
              none={t('registers.form.areaNone')}
              value={draft.area}
              error={errorOf('area')}
              options={register.areas.map(({ id, label }) => [id, text(label)])}
              onChange={(area) => setDraft({ ...draft, area })}
            />
          ) : null}
          <DateField
            id="record-validOn"
            label={t('registers.form.validOn')}
            hint=""
            value={draft.validOn}
            error={errorOf('validOn')}
            onChange={(validOn) => setDraft({ ...draft, validOn })}
          />
        </div>
        <TextField
          id="record-reason"
          rows={2}
          label={record ? t('registers.form.reason') : t('registers.form.reasonNew')}
          hint={t('registers.form.reasonHint')}
          value={draft.reason}
          error={errorOf('reason')}
          onChange={(reason) => setDraft({ ...draft, reason })}
        />
      </div>
      {conflict ? (
        <ConflictNote problem={conflict} keep={() => save(draft, conflict.current)} drop={() => window.location.assign(back)} />
      ) : null}
      <div className="staff-row">
        <ActionButton kind="primary" type="submit" busy={pending}>
          {record ? t('registers.form.save') : t('registers.form.create')}
        </ActionButton>
        <Link to={back}>{t('registers.form.cancel')}</Link>
      </div>
    </form>
  );
}
