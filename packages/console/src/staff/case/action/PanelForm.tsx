import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView, RequestableView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ClauseQuote } from '../../../shared/index.js';
import { AssignFields } from './AssignFields.js';
import { CorrectionFields } from './CorrectionFields.js';
import { DeliveryFields } from './DeliveryFields.js';
import { EvidenceField } from './EvidenceField.js';
import { type Judged, maximumDays } from './faults.js';
import { useClockUnit } from '../use-clock-unit.js';
import { type FieldId, fieldsOf, type Typed, VOTES } from './intent.js';
import { LackList } from './LackList.js';
import { ChoiceField, DateField, SelectField, TextField } from './PanelFields.js';
import { RecusalFields, RevocationFields } from './ProcedureFields.js';

export interface PanelFormProps {
  readonly judged: Judged;
  readonly clauses: readonly ClauseView[];
  readonly change: (change: Partial<Typed>) => void;
  readonly error: (field: FieldId) => string | undefined;
  /** The form of the action, where it has one. */
  readonly sheet?: ReactNode;
}

/** The fields that one act needs, and no others. */
export function PanelForm(props: PanelFormProps) {
  const { t } = useTranslation('staff');
  const { judged, change, error } = props;
  const { typed, intent, view } = judged;
  const fields = fieldsOf(intent, view);
  const alone = intent.kind === 'vote' && intent.procedure.alone;
  return (
    <>
      {fields.vote ? (
        <ChoiceField
          id="panel-vote"
          label={t('panel.vote')}
          value={typed.vote}
          error={error('vote')}
          options={VOTES.filter((vote) => vote !== 'abstain' || !alone).map((vote) => [vote, t(`panel.votes.${vote}`)])}
          onChange={(vote) => change({ vote: vote as Typed['vote'] })}
        />
      ) : null}
      {intent.kind === 'request' ? <RequestFields {...props} request={intent.request} /> : null}
      {fields.fact ? <CorrectionFields {...props} /> : null}
      {fields.assignments ? <AssignFields {...props} /> : null}
      {props.sheet}
      {fields.list ? <LackList list={typed.list} error={error('list')} onChange={(list) => change({ list })} /> : null}
      {fields.letter ? <DeliveryFields {...props} /> : null}
      {fields.to ? <ReturnTarget {...props} /> : null}
      {fields.name ? (
        <div className="staff-two">
          <TextField
            id="panel-name"
            label={t('panel.objectorName')}
            value={typed.name}
            error={error('name')}
            onChange={(name) => change({ name })}
          />
          <TextField
            id="panel-phone"
            type="tel"
            label={t('panel.objectorPhone')}
            value={typed.phone}
            error={error('phone')}
            onChange={(phone) => change({ phone })}
          />
        </div>
      ) : null}
      {fields.amount ? (
        <TextField
          id="panel-amount"
          label={t('panel.amount')}
          hint={t('panel.amountHint')}
          value={typed.amount}
          error={error('amount')}
          onChange={(amount) => change({ amount })}
        />
      ) : null}
      {fields.opinion ? (
        <TextField
          id="panel-opinion"
          rows={2}
          label={fields.opinion === 'optional' ? t('panel.opinionOptional') : t('panel.opinion')}
          hint={t('panel.opinionHint')}
          value={typed.opinion}
          error={error('opinion')}
          onChange={(opinion) => change({ opinion })}
        />
      ) : null}
      {fields.reason ? (
        <TextField
          id="panel-reason"
          rows={2}
          label={fields.reason === 'optional' ? t('panel.reasonOptional') : t('panel.reason')}
          hint={t('panel.reasonHint')}
          value={typed.reason}
          error={error('reason')}
          onChange={(reason) => change({ reason })}
        />
      ) : null}
      {fields.clause ? <ClausePicker {...props} /> : null}
      {fields.evidence === 'required' || intent.kind === 'correct' || fields.letter ? <EvidenceField {...props} /> : null}
      {fields.effectiveOn ? (
        <details open={typed.effectiveOn !== '' || error('evidence') !== undefined || undefined}>
          <summary>{t('panel.late')}</summary>
          <DateField
            id="panel-effectiveOn"
            label={t('panel.effectiveOn')}
            value={typed.effectiveOn}
            error={error('effectiveOn')}
            onChange={(effectiveOn) => change({ effectiveOn })}
          />
          {fields.evidence === 'optional' ? <EvidenceField {...props} /> : null}
        </details>
      ) : null}
    </>
  );
}

function RequestFields(props: PanelFormProps & { readonly request: RequestableView }) {
  if (props.request.kind === 'extend-clock') return <ExtensionFields {...props} />;
  if (props.request.kind === 'recuse') return <RecusalFields {...props} />;
  return props.request.kind === 'revoke-decision' ? <RevocationFields {...props} /> : null;
}

function ClausePicker({ judged, clauses, change, error }: PanelFormProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const chosen = clauses.find(({ id }) => id === judged.typed.clause);
  if (clauses.length === 0) return null;
  return (
    <>
      <SelectField
        id="panel-clause"
        label={t('panel.clause')}
        none={t('panel.clauseNone')}
        value={judged.typed.clause}
        error={error('clause')}
        options={clauses.map((clause) => [clause.id, `${text(clause.document)} ${clause.article}`])}
        onChange={(clause) => change({ clause })}
      />
      {chosen ? <ClauseQuote clause={chosen} /> : null}
    </>
  );
}

function ReturnTarget({ judged, change, error }: PanelFormProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const visited = judged.view.path.filter(({ state }) => state === 'done');
  return (
    <SelectField
      id="panel-to"
      label={t('panel.to')}
      none={t('dash')}
      value={judged.typed.to}
      error={error('to')}
      options={visited.map(({ step }) => [step.id, text(step.label)])}
      onChange={(to) => change({ to })}
    />
  );
}

function ExtensionFields({ judged, change, error }: PanelFormProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { view, typed } = judged;
  const unit = useClockUnit();
  const name = (id: string) => text(view.clocks.find((clock) => clock.id === id)?.label);
  const clocks = view.requestable.flatMap((entry) => entry.clocks.map((clock) => [clock, name(clock)] as const));
  return (
    <div className="staff-two">
      <SelectField id="panel-clock" label={t('panel.clock')} value={typed.clock} options={clocks} onChange={(clock) => change({ clock })} />
      <TextField
        id="panel-days"
        label={t('panel.days', { maximum: maximumDays(view, typed.clock), unit: unit(view, typed.clock) })}
        value={typed.days}
        error={error('days')}
        onChange={(days) => change({ days })}
      />
    </div>
  );
}
