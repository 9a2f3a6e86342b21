import type { ComposedPack, Issue, LocalizedText } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';
import { legalDateOf } from '../parameters/parameters-view.js';
import { parameterIssue } from '../parameters/parameter-messages.js';
import { valueWords } from '../parameters/parameter-value.js';
import type { StoredProposal } from '../ports/proposal-store.js';
import type { PersonRecord } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { ChangeView, PersonView, ProposalActionView, ProposalRow, ProposalView } from '../views.js';
import { clauseView } from '../views/clause-view.js';
import { changeSentence, type ComposedProposal, composeProposal, parameterDifferences, type ResolvedChange } from './compose-proposal.js';
import { type ProposalRefusalCode, proposalRefusal } from './proposal-refusals.js';

/** Everything that a proposal is judged and shown by, for one viewer. */
export interface ProposalContext {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** Other administrators of the area, by name. */
  readonly others: readonly string[];
}

/** The pack that a proposal changes: the one in force where it is to take effect; of a submitted one the pack it was written against. */
export function baseOf({ parts }: Pick<ProposalContext, 'parts'>, proposal: StoredProposal): ComposedPack | undefined {
  return proposal.status === 'draft' ? currentBase({ parts }, proposal) : parts.shelf.byHash(proposal.base);
}

export function currentBase({ parts }: Pick<ProposalContext, 'parts'>, { area, effectiveFrom }: StoredProposal): ComposedPack | undefined {
  const day = effectiveFrom === '' ? parts.time.now().slice(0, 10) : effectiveFrom;
  return parts.shelf.inForce(area, day);
}

/** Issues of the whole proposal: its changes, its day and its ground. */
export function proposalIssues(
  { parts }: Pick<ProposalContext, 'parts'>,
  proposal: StoredProposal,
  made: Pick<ComposedProposal, 'issues'>,
): readonly Issue[] {
  const { effectiveFrom, note, area } = proposal;
  const first = parts.shelf.publications
    .filter((publication) => publication.area === area)
    .map((publication) => publication.effectiveFrom)
    .sort()[0];
  return [
    ...(proposal.changes.length === 0 ? [parameterIssue('NOTHING_CHANGED', '/changes')] : []),
    ...made.issues,
    ...(effectiveFrom === '' ? [parameterIssue('EFFECTIVE_FROM_MISSING', '/effectiveFrom')] : []),
    ...(effectiveFrom !== '' && first !== undefined && effectiveFrom < first
      ? [parameterIssue('EFFECTIVE_FROM_EARLY', '/effectiveFrom', { first })]
      : []),
    ...(note.trim() === '' ? [parameterIssue('NOTE_MISSING', '/note')] : []),
  ];
}

export function proposalView(context: ProposalContext, proposal: StoredProposal): ProposalView {
  const { parts } = context;
  const base = baseOf(context, proposal) ?? currentBase(context, { ...proposal, effectiveFrom: '' });
  const made = base ? composeProposal(base, proposal) : { changes: [], issues: [] };
  const month = base && firstMonth(base, made.changes, proposal.effectiveFrom);
  const published = parts.shelf.publications.find((publication) => publication.proposal === proposal.id);
  const { id, version, area, status, effectiveFrom, note, updatedAt, acknowledged, events } = proposal;
  return {
    id,
    version,
    area,
    areaLabel: parts.areas.label(area),
    pack: base?.manifest.id ?? '',
    status,
    effectiveFrom,
    ...(month === undefined ? {} : { firstMonth: month }),
    note,
    by: personOf(context, proposal.by),
    updatedAt,
    changes: base ? made.changes.map((change) => changeView(parts, base, change)) : [],
    issues: status === 'draft' ? proposalIssues(context, proposal, made).filter(({ severity }) => severity === 'error') : [],
    moved: movedSince(context, proposal),
    acknowledged,
    events: events.map((event) => ({ ...event, by: personOf(context, event.by) })),
    actions: proposalActions(context, proposal),
    ...(published ? { published: published.packHash } : {}),
  };
}

/** What others published for the same time since a proposal was submitted. */
export function movedSince({ parts }: Pick<ProposalContext, 'parts'>, proposal: StoredProposal): readonly LocalizedText[] {
  if (proposal.status !== 'submitted' || isPublished({ parts }, proposal)) return [];
  const base = parts.shelf.byHash(proposal.base);
  const now = currentBase({ parts }, proposal);
  if (!base || !now || base.hash === now.hash) return [];
  const told = parameterDifferences(base, now);
  return told.length > 0 ? told : [{ 'zh-CN': '别的内容', en: 'something else' }];
}

/** Its publication is there, even if the proposal does not say so yet. */
function isPublished({ parts }: Pick<ProposalContext, 'parts'>, { id }: StoredProposal): boolean {
  return parts.shelf.publications.some(({ proposal }) => proposal === id);
}

function changeView(parts: TenantParts, base: ComposedPack, resolved: ResolvedChange): ChangeView {
  const { change, parameter, value } = resolved;
  const gone: LocalizedText = { 'zh-CN': '已经没有的一项', en: 'a figure that is gone' };
  const entry = change.clause === undefined ? undefined : parts.shelf.clause(base, change.clause);
  return {
    parameter: change.parameter,
    of: parameter?.of ?? gone,
    label: parameter?.label ?? gone,
    before: parameter ? valueWords(parameter, parameter.value) : { 'zh-CN': '—', en: '—' },
    value: change.value,
    expects: change.expects,
    after: parameter ? valueWords(parameter, value) : { 'zh-CN': change.value, en: change.value },
    ...(entry ? { clause: clauseView(entry) } : {}),
    ...(change.note === undefined ? {} : { note: change.note }),
    sentence: changeSentence(resolved),
  };
}

/** The first month whose first day is not before the day on which it takes effect. */
function firstMonth(base: ComposedPack, changes: readonly ResolvedChange[], effectiveFrom: string): string | undefined {
  const monthly = changes.some(({ parameter }) => parameter && legalDateOf(base, parameter) === 'service-month');
  if (!monthly || effectiveFrom === '') return undefined;
  const month = effectiveFrom.slice(0, 7);
  if (effectiveFrom.endsWith('-01')) return month;
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function personOf({ people }: Pick<ProposalContext, 'people'>, id: string): PersonView {
  return { id, name: people.get(id)?.name ?? '—' };
}

/** What the viewer may do with a proposal, and why not. */
export function proposalActions(context: ProposalContext, proposal: StoredProposal): readonly ProposalActionView[] {
  const names = ['save', 'submit', 'publish', 'reject', 'withdraw', 'revise'] as const;
  return names.map((action) => {
    const code = refusalCode(context, proposal, action);
    return code === undefined ? { action, available: true } : { action, available: false, refusal: refusalOf(context, proposal, code) };
  });
}

export function refusalCode(
  { scope, others, parts }: ProposalContext,
  proposal: StoredProposal,
  action: ProposalActionView['action'],
): ProposalRefusalCode | undefined {
  const mine = proposal.by === scope.person?.id;
  const { status } = proposal;
  if (status === 'published' || status === 'withdrawn') return 'PROPOSAL_SETTLED';
  if (action !== 'publish' && isPublished({ parts }, proposal)) return 'PROPOSAL_SETTLED';
  switch (action) {
    case 'save':
    case 'submit':
      return !mine ? 'NOT_PROPOSER' : status === 'draft' ? undefined : 'NOT_DRAFT';
    case 'publish':
    case 'reject':
      if (status !== 'submitted') return 'NOT_SUBMITTED';
      if (mine) return others.length > 0 ? 'SECOND_PERSON' : 'SECOND_PERSON_MISSING';
      return action === 'publish' && movedSince({ parts }, proposal).length > 0 ? 'BASE_MOVED' : undefined;
    case 'withdraw':
      return mine ? undefined : 'NOT_PROPOSER';
    case 'revise':
      return !mine ? 'NOT_PROPOSER' : status === 'draft' ? 'NOT_SUBMITTED' : undefined;
  }
}

export function refusalOf(context: ProposalContext, proposal: StoredProposal, code: ProposalRefusalCode) {
  const moved = movedSince(context, proposal);
  return proposalRefusal(code, {
    ...(code === 'SECOND_PERSON' ? { othersZh: context.others.join('、'), others: context.others.join(', ') } : {}),
    ...(code === 'BASE_MOVED'
      ? { changesZh: moved.map((text) => text['zh-CN']).join('；'), changes: moved.map((text) => text.en).join('; ') }
      : {}),
  });
}

export function proposalRow(context: ProposalContext, proposal: StoredProposal): ProposalRow {
  const view = proposalView(context, proposal);
  const { id, area, areaLabel, pack, status, effectiveFrom, note, by, updatedAt } = view;
  const mine = proposal.by === context.scope.person?.id;
  return {
    id,
    area,
    areaLabel,
    pack,
    status,
    effectiveFrom,
    note,
    by,
    mine,
    updatedAt,
    changes: view.changes.map(({ sentence }) => sentence),
  };
}
