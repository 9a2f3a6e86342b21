import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ProposalView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { LoadingState, PageHeading, ProblemState, sentenceDate, sentenceMonth } from '../../shared/index.js';
import { checksQuery, previewQuery, proposalQuery } from '../api/designer-queries.js';
import { useIssueWords } from '../use-issue-words.js';
import { StatusChip } from '../StatusChip.js';
import { ChangesTable } from './ChangesTable.js';
import { ChecksPanel } from './ChecksPanel.js';
import { Events } from './Events.js';
import { PreviewPanel } from './PreviewPanel.js';
import { ProposalActions } from './ProposalActions.js';

/** One change of rates: what, from when, on what ground, what it comes to; to be submitted, or published by a second person. */
export function ProposalPage() {
  const { proposal: id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...proposalQuery(id), refetchOnMount: 'always' });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  return <Shown key={data.id} proposal={data} />;
}

function Shown({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const open = proposal.status === 'draft' || proposal.status === 'submitted';
  const ready = open && proposal.issues.length === 0;
  const preview = useQuery({ ...previewQuery(proposal.id, proposal.version), enabled: ready });
  const checks = useQuery({ ...checksQuery(proposal.id, proposal.version), enabled: ready });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(proposal.acknowledged));
  const mine = proposal.actions.some(({ action, available }) => action === 'submit' && available);
  return (
    <div className="staff-page">
      <p>
        <Link to={`/designer/${proposal.pack}/parameters?area=${proposal.area}`}>‹ {t('proposal.back')}</Link>
      </p>
      <div className="staff-row">
        <PageHeading>{t('proposal.title', { area: text(proposal.areaLabel) })}</PageHeading>
        <StatusChip status={proposal.status} />
      </div>
      <Head proposal={proposal} />
      <section className="staff-card" aria-labelledby="changes-title">
        <h2 id="changes-title">{t('proposal.changes')}</h2>
        <ChangesTable changes={proposal.changes} />
      </section>
      <Moved proposal={proposal} />
      <Issues proposal={proposal} />
      {ready ? <PreviewPanel query={preview} /> : null}
      {ready ? <ChecksPanel query={checks} seen={seen} {...(mine ? { setSeen } : {})} /> : null}
      <ProposalActions proposal={proposal} checks={checks.data} seen={seen} />
      <Events proposal={proposal} />
    </div>
  );
}

function Head({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('designer');
  const locale = useLocale();
  const { effectiveFrom, firstMonth, note, by } = proposal;
  return (
    <div>
      <p>
        <strong>{effectiveFrom ? t('proposal.effective', { date: sentenceDate(effectiveFrom, locale) }) : t('proposal.noDate')}</strong>
        {firstMonth ? <span> {t('proposal.firstMonth', { month: sentenceMonth(firstMonth, locale) })}</span> : null}
      </p>
      <p className="staff-muted">
        {t('proposal.by', { name: by.name })}
        {note ? ` · ${t('proposal.note', { note })}` : null}
      </p>
    </div>
  );
}

function Moved({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  if (proposal.moved.length === 0) return null;
  return (
    <div className="note tone-error">
      <p className="note-title">▲ {t('proposal.moved')}</p>
      <ul>
        {proposal.moved.map((change) => (
          <li key={text(change)}>{text(change)}</li>
        ))}
      </ul>
    </div>
  );
}

function Issues({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('designer');
  const words = useIssueWords(proposal);
  if (proposal.issues.length === 0) return null;
  return (
    <div className="note tone-warning">
      <p className="note-title">◆ {t('proposal.issues')}</p>
      <ul>
        {proposal.issues.map((issue) => (
          <li key={`${issue.code}${issue.path}`}>{words(issue)}</li>
        ))}
      </ul>
    </div>
  );
}
