import type { LocalizedText } from '@careway/definition';
import { type CaseState, type EvaluatedItem, evaluateItems } from '@careway/engine';
import type { RowData } from '../listing/listing-rows.js';
import { stateOf } from '../loop/command-loop.js';
import { caseArea, contextFor } from '../loop/decide-context.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { TouchedView } from '../views.js';
import { outcome } from './examples.js';
import { nextTurn } from './next-turn.js';
import type { ProposedTables } from './proposed-tables.js';

/** A row of an open case that comes out otherwise by the proposed tables. */
export interface OpenRow {
  readonly caseId: string;
  readonly number: string;
  readonly row: number;
  readonly service: LocalizedText;
  readonly step: LocalizedText;
  readonly before: EvaluatedItem;
  readonly after: EvaluatedItem;
}

export interface OpenRows {
  readonly rows: readonly OpenRow[];
  readonly touched: TouchedView;
  /** Cases that are listed by an amount which changes. */
  readonly cases: readonly string[];
}

/** Open cases looked at, at most. */
const atMost = 2000;

interface Reach {
  readonly tables: ProposedTables;
  readonly affects: ReadonlySet<string>;
}

/** The open cases that a proposal reaches: rows not decided yet come out otherwise, decided ones keep their result. */
export async function openRows(parts: TenantParts, reach: Reach): Promise<OpenRows> {
  const { area, composed } = reach.tables.input;
  const paths = [parts.areas.pathText(area)];
  const listed = await parts.store.cases.list({ list: 'case', status: 'open', paths, sort: 'opened', offset: 0, limit: atMost });
  const rows: OpenRow[] = [];
  const cases: string[] = [];
  let [kept, pinned] = [0, 0];
  for (const [index, { caseId, data }] of listed.rows.entries()) {
    const shown = data as unknown as RowData;
    const service = composed.services.get(shown.serviceId);
    if (service && reach.affects.has(`workflow:${service.workflow}`)) pinned += 1;
    const decisions = service && [service.decision ?? '', ...Object.values(service.decisionBy?.decisions ?? {})];
    if (!decisions?.some((decision) => reach.affects.has(`decision:${decision}`))) continue;
    if (index % 20 === 19) await nextTurn();
    const state = stateOf(await parts.store.cases.load(caseId));
    const found = state && compareRows(parts, state, reach.tables);
    if (!found) continue;
    cases.push(caseId);
    kept += found.kept;
    rows.push(
      ...found.changed.map((pair) => ({ ...pair, caseId, number: shown.number ?? '', service: shown.service, step: shown.stepLabel })),
    );
  }
  return { rows, cases, touched: { ...touchedOf(rows, cases.length), kept, pinned, more: listed.total > atMost } };
}

interface Compared {
  readonly changed: readonly { readonly row: number; readonly before: EvaluatedItem; readonly after: EvaluatedItem }[];
  readonly kept: number;
}

/** Undefined when no table of the proposal reaches the case. */
function compareRows(parts: TenantParts, state: CaseState, tables: ProposedTables): Compared | undefined {
  const pinned = parts.shelf.byHash(state.packHash);
  if (!pinned) return undefined;
  const area = caseArea(state);
  const ctx = contextFor(parts, { pinned, area, actor: { kind: 'system', cause: 'effect' } });
  const compiled = parts.shelf.workflow(pinned.hash, state.workflow.id);
  const before = evaluateItems(compiled, state, ctx);
  const after = evaluateItems(compiled, state, tables.context(area, ctx));
  const reached = before.some(({ hash }, index) => hash !== after[index]?.hash);
  if (!reached) return undefined;
  const changed = state.items.flatMap((item, index) => {
    const [was, is] = [before[index], after[index]];
    if (!was?.live || !is?.live || item.result || was.hash === is.hash || sameOutcome(tables, was, is)) return [];
    return [{ row: item.row, before: was, after: is }];
  });
  return { changed, kept: state.items.filter(({ result, status }) => result !== undefined && status !== 'split').length };
}

function sameOutcome({ input: { composed } }: ProposedTables, was: EvaluatedItem, is: EvaluatedItem): boolean {
  const decision = [...composed.decisions.values()].find(({ id }) => composed.documentHashes.get(`decision:${id}`) === is.hash);
  if (!decision || !was.live || !is.live) return false;
  return outcome(decision, was.live) === outcome(decision, is.live);
}

function touchedOf(rows: readonly OpenRow[], cases: number): Pick<TouchedView, 'cases' | 'rows' | 'services'> {
  const groups = new Map<string, { service: LocalizedText; step: LocalizedText; cases: Set<string>; rows: number }>();
  for (const { service, step, caseId } of rows) {
    const key = `${service['zh-CN']} ${step['zh-CN']}`;
    const group = groups.get(key) ?? { service, step, cases: new Set(), rows: 0 };
    group.cases.add(caseId);
    group.rows += 1;
    groups.set(key, group);
  }
  const services = [...groups.values()].map((group) => ({ ...group, cases: group.cases.size }));
  return { cases, rows: rows.length, services };
}
