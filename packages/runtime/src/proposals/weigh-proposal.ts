import type { ComposedPack, Issue } from '@careway/definition';
import { groupAmount, sumAmounts } from '@careway/engine';
import { checkPack } from '@careway/proof';
import type { TenantParts } from '../loop/tenant-parts.js';
import { parameterIssue } from '../parameters/parameter-messages.js';
import type { StoredProposal } from '../ports/proposal-store.js';
import type { ChecksView, PreviewView } from '../views.js';
import { formulaOf } from '../views/why-view.js';
import { checkScenarios, type ScenarioOutcome } from './check-scenarios.js';
import type { ComposedProposal } from './compose-proposal.js';
import { dayExamples } from './day-examples.js';
import { decisionExamples, differenceOf, resultWords } from './examples.js';
import { nextTurn } from './next-turn.js';
import { type OpenRow, openRows } from './open-rows.js';
import { ProposedTables } from './proposed-tables.js';

export interface Weighing {
  readonly parts: TenantParts;
  readonly proposal: StoredProposal;
  readonly made: ComposedProposal & { readonly composed: ComposedPack };
}

/** Rows of open cases listed one by one, at most. */
const rowsAtMost = 200;

/** Analysis of the composed pack, scenarios that come out otherwise, and whom the change reaches. */
export async function checkProposal(weighing: Weighing): Promise<ChecksView> {
  const { parts, made } = weighing;
  const tables = tablesOf(weighing);
  const { scenarios, analysis } = await trialOf(weighing, tables);
  const seen = new Set(weighing.proposal.acknowledged);
  const acknowledged = (list: ScenarioOutcome['expected']) => list.map((one) => ({ ...one, acknowledged: seen.has(one.id) }));
  const { touched } = await openRows(parts, { tables, affects: affectsOf(made) });
  await nextTurn();
  const shown = { ...scenarios, expected: acknowledged(scenarios.expected), failing: acknowledged(scenarios.failing) };
  return { issues: [...made.issues, ...analysis, ...issuesOf(weighing, tables)], scenarios: shown, touched };
}

interface Trial {
  readonly scenarios: ScenarioOutcome;
  /** What analysis finds beyond what it finds today. */
  readonly analysis: readonly Issue[];
}

/** The last trial of a tenant: whoever checks a proposal soon submits it, and the second person looks at the same. */
const lastTrials = new WeakMap<TenantParts['shelf'], { readonly key: string; readonly trial: Promise<Trial> }>();

function trialOf(weighing: Weighing, tables: ProposedTables): Promise<Trial> {
  const { parts, made, proposal } = weighing;
  const key = [made.base.hash, made.composed.hash, proposal.area, proposal.effectiveFrom, parts.shelf.publications.length].join(' ');
  const known = lastTrials.get(parts.shelf);
  if (known?.key === key) return known.trial;
  const trial = scenariosOf(weighing, tables).then((scenarios) => ({ scenarios, analysis: newFindings(made) }));
  lastTrials.set(parts.shelf, { key, trial });
  return trial;
}

function newFindings({ base, composed }: Weighing['made']): readonly Issue[] {
  const words = ({ code, path, message }: Issue) => `${code} ${path} ${message.en}`;
  const today = new Set(checkPack(base).map(words));
  return checkPack(composed).filter((issue) => !today.has(words(issue)));
}

function scenariosOf(weighing: Weighing, tables: ProposedTables): Promise<ScenarioOutcome> {
  const { made, proposal } = weighing;
  return checkScenarios({
    base: made.base,
    inForce: inForceOf(weighing),
    after: tables.compiled,
    affects: affectsOf(made),
    applies: (on) => on >= proposal.effectiveFrom && (tables.until === undefined || on < tables.until),
  });
}

/** What is to be known of the day on which it takes effect. */
function issuesOf({ proposal, parts }: Weighing, tables: ProposedTables): readonly Issue[] {
  const { until } = tables;
  const later =
    until === undefined ? [] : [parameterIssue('LATER_PUBLICATION', '/effectiveFrom', { from: until }, { severity: 'warning' })];
  const past = proposal.effectiveFrom < parts.time.now().slice(0, 10);
  const back = past ? [parameterIssue('EFFECTIVE_FROM_PAST', '/effectiveFrom', {}, { severity: 'info' })] : [];
  return [...later, ...back];
}

/** What changes for example facts, for time limits and for the rows of open cases. */
export async function previewProposal(weighing: Weighing): Promise<PreviewView> {
  const { parts, proposal, made } = weighing;
  const tables = tablesOf(weighing);
  const affects = affectsOf(made);
  const changed = [...made.composed.decisions.values()].filter(({ id }) => affects.has(`decision:${id}`));
  const decisions: PreviewView['decisions'][number][] = [];
  for (const definition of changed) decisions.push(await decisionExamples(definition, { tables, inForce: inForceOf(weighing) }));
  const { rows, touched } = await openRows(parts, { tables, affects });
  const calendars = parts.shelf.calendars(proposal.area);
  const days = dayExamples(made.changes, { pack: made.composed, from: proposal.effectiveFrom, calendars });
  return { decisions, days, open: openView(rows, made.composed), touched };
}

/** Keys of the documents that the changes affect. */
export function affectsOf({ changes }: ComposedProposal): ReadonlySet<string> {
  return new Set(changes.flatMap(({ parameter }) => (parameter ? [parameter.affects] : [])));
}

export function tablesOf({ parts, proposal, made }: Weighing): ProposedTables {
  return new ProposedTables({
    shelf: parts.shelf,
    area: proposal.area,
    effectiveFrom: proposal.effectiveFrom,
    composed: made.composed,
  });
}

function inForceOf({ parts, proposal, made }: Weighing): (on: string) => ComposedPack {
  return (on) => parts.shelf.inForce(proposal.area, on) ?? made.base;
}

function openView(rows: readonly OpenRow[], composed: ComposedPack): PreviewView['open'] {
  const sum = (side: 'before' | 'after') => sumAmounts(['0.00', ...rows.flatMap((row) => row[side].amount ?? [])]);
  const [before, after] = [sum('before'), sum('after')];
  return {
    before,
    after,
    difference: differenceOf(before, after).difference ?? '0.00',
    rows: rows.slice(0, rowsAtMost).map((row) => rowView(row, composed)),
    more: Math.max(0, rows.length - rowsAtMost),
  };
}

function rowView({ before, after, ...row }: OpenRow, composed: ComposedPack): PreviewView['open']['rows'][number] {
  const decision = [...composed.decisions.values()].find(({ id }) => composed.documentHashes.get(`decision:${id}`) === after.hash);
  const formula = decision && after.live ? formulaOf(decision, after.live, {}) : undefined;
  return {
    ...row,
    before: wordsOf(before, decision),
    after: wordsOf(after, decision),
    ...differenceOf(before.amount, after.amount),
    ...(formula === undefined ? {} : { formula }),
  };
}

function wordsOf({ live, amount }: OpenRow['before'], decision: Parameters<typeof resultWords>[0] | undefined) {
  if (live && decision) return resultWords(decision, live);
  const text = amount === undefined ? '—' : `¥${groupAmount(amount)}`;
  return { 'zh-CN': text, en: text };
}
