import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChecksView, ProposalView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote, sentenceDate } from '../../shared/index.js';
import { TextField } from '../../staff/case/action/PanelFields.js';
import { type ProposalStep, useProposalStep } from '../api/use-proposal-step.js';
import { useWide } from '../use-wide.js';

export interface ProposalActionsProps {
  readonly proposal: ProposalView;
  readonly checks: ChecksView | undefined;
  readonly seen: ReadonlySet<string>;
}

/** What the person before the page may do now: hand it on, take it back, publish it or send it back. */
export function ProposalActions({ proposal, checks, seen }: ProposalActionsProps) {
  const { t } = useTranslation('designer');
  const locale = useLocale();
  const wide = useWide();
  const step = useProposalStep(proposal);
  // Kept here, so that a window made narrow and wide again still holds what was typed.
  const [typed, setTyped] = useState({ note: '', reason: '' });
  const may = (action: ProposalStep['action']) => proposal.actions.find((known) => known.action === action);
  const date = proposal.effectiveFrom ? sentenceDate(proposal.effectiveFrom, locale) : '';
  const { status } = proposal;
  const settled = status === 'published' || status === 'withdrawn' || status === 'rejected';
  const mine = may('withdraw')?.available === true;
  return (
    <section className="staff-card designer-act" aria-label={t('proposal.publishTitle')}>
      <div role="status">{settled ? <p>{t(`proposal.${status}`, { date })}</p> : null}</div>
      {step.error ? <ProblemNote error={step.error} /> : null}
      {status === 'submitted' && mine ? <WaitsForSecond refusal={may('publish')?.refusal} /> : null}
      {wide || settled ? null : <p>◆ {t('parameters.narrow')}</p>}
      {wide && status === 'submitted' && !mine ? <SecondPerson {...{ proposal, date, step, typed, setTyped }} /> : null}
      {wide && mine ? <Proposer {...{ proposal, checks, seen, step }} /> : null}
    </section>
  );
}

type Step = ReturnType<typeof useProposalStep>;

/** Why the proposer cannot publish, in words, and who can. */
function WaitsForSecond({ refusal }: { readonly refusal: ProposalView['actions'][number]['refusal'] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  return (
    <div className="note tone-paused">
      <p className="note-title">‖ {t('proposal.waitingFor')}</p>
      {refusal ? (
        <p>
          {text(refusal.message)}
          {t('stop')}
          {text(refusal.next)}
          {t('stop')}
        </p>
      ) : null}
    </div>
  );
}

function Proposer({ proposal, checks, seen, step }: ProposalActionsProps & { readonly step: Step }) {
  const { t } = useTranslation('designer');
  const [asking, setAsking] = useState(false);
  const draft = proposal.status === 'draft';
  const unseen = (checks?.scenarios.expected ?? []).filter(({ id }) => !seen.has(id)).length;
  const errors = (checks?.issues ?? []).filter(({ severity }) => severity === 'error').length + proposal.issues.length;
  const barred =
    errors > 0
      ? t('side.mend', { count: errors })
      : checks === undefined
        ? t('proposal.checking')
        : unseen > 0
          ? t('proposal.unseen', { count: unseen })
          : undefined;
  if (asking) {
    return (
      <div className="note tone-warning">
        <p className="note-title">{t('proposal.withdrawAsk')}</p>
        <p>{t('proposal.withdrawHint')}</p>
        <div className="staff-row">
          <ActionButton
            kind="danger"
            busy={step.isPending}
            onClick={() => step.mutate({ action: 'withdraw' }, { onSuccess: () => setAsking(false) })}
          >
            {t('proposal.withdraw')}
          </ActionButton>
          <ActionButton onClick={() => setAsking(false)}>{t('proposal.withdrawNo')}</ActionButton>
        </div>
      </div>
    );
  }
  return (
    <div className="staff-row top">
      {draft ? (
        <ActionButton
          kind="primary"
          busy={step.isPending}
          unavailable={barred}
          onClick={() => step.mutate({ action: 'submit', body: { acknowledged: [...seen] } })}
        >
          {t('proposal.submit')}
        </ActionButton>
      ) : (
        <ActionButton busy={step.isPending} onClick={() => step.mutate({ action: 'revise' })}>
          {t('proposal.revise')}
        </ActionButton>
      )}
      {draft ? (
        <Link className="button" to={`/designer/${proposal.pack}/parameters?area=${proposal.area}`}>
          {t('proposal.edit')}
        </Link>
      ) : null}
      <ActionButton kind="link" onClick={() => setAsking(true)}>
        {t('proposal.withdraw')}
      </ActionButton>
    </div>
  );
}

interface SecondPersonProps {
  readonly proposal: ProposalView;
  readonly date: string;
  readonly step: Step;
  readonly typed: { readonly note: string; readonly reason: string };
  readonly setTyped: (typed: { readonly note: string; readonly reason: string }) => void;
}

function SecondPerson({ proposal, date, step, typed, setTyped }: SecondPersonProps) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { note, reason } = typed;
  const [missing, setMissing] = useState<'note' | 'reason'>();
  const [sendingBack, setSendingBack] = useState(false);
  const barred = proposal.actions.find(({ action }) => action === 'publish')?.refusal;
  const publish = () => {
    if (note.trim() === '') setMissing('note');
    else step.mutate({ action: 'publish', body: { note: note.trim() } });
  };
  const reject = () => {
    if (reason.trim() === '') setMissing('reason');
    else step.mutate({ action: 'reject', body: { reason: reason.trim() } });
  };
  return (
    <>
      <h2>{t('proposal.publishTitle')}</h2>
      <TextField
        id="publish-note"
        rows={2}
        label={t('proposal.publishNote')}
        value={note}
        error={missing === 'note' ? t('proposal.mustSend') : undefined}
        onChange={(words) => {
          setTyped({ ...typed, note: words });
          setMissing(undefined);
        }}
      />
      <div className="staff-row top">
        <ActionButton
          kind="primary"
          busy={step.isPending}
          unavailable={barred ? `${text(barred.message)}${t('stop')}${text(barred.next)}` : undefined}
          onClick={publish}
        >
          {t('proposal.publish', { date })}
        </ActionButton>
        {sendingBack ? null : <ActionButton onClick={() => setSendingBack(true)}>{t('proposal.rejectOpen')}</ActionButton>}
      </div>
      {sendingBack ? (
        <>
          <TextField
            id="reject-reason"
            rows={2}
            label={t('proposal.rejectReason')}
            value={reason}
            error={missing === 'reason' ? t('proposal.mustReason') : undefined}
            onChange={(words) => {
              setTyped({ ...typed, reason: words });
              setMissing(undefined);
            }}
          />
          <div>
            <ActionButton kind="danger" busy={step.isPending} onClick={reject}>
              {t('proposal.reject')}
            </ActionButton>
          </div>
        </>
      ) : null}
    </>
  );
}
