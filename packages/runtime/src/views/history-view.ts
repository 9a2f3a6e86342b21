import { type Act, actsOfItem, dayOfInstant } from '@careway/engine';
import { type ChainReport, verifyChain } from '../chain/verify-chain.js';
import type { StoredCommit } from '../ports/case-store.js';
import type { ActView, HistoryView } from '../views.js';
import { actSentence, capacityText } from './act-sentence.js';
import { clauseOf } from './clause-view.js';
import { decidingTables, groundOf, tablesView } from './deciding-tables.js';
import { itemName } from './item-view.js';
import { personView } from './person-view.js';
import { factsOfRow, formulaOf } from './why-view.js';
import type { ViewContext } from './view-context.js';

/** The acts of a case, or of one row and the case, as sentences, with the state of the chain. */
export function historyView(seen: ViewContext, commits: readonly StoredCommit[], item?: string): HistoryView {
  const report = verifyChain(seen.state.caseId, commits);
  const all = commits.flatMap(({ acts }) => acts);
  const started = all.flatMap((act) => (act.type === 'ClockStarted' ? [[act.data.id, act.data.clock] as const] : []));
  const asked = all.flatMap((act) => (act.type === 'ProcedureRequested' ? [[act.data.id, act.data.procedure] as const] : []));
  const context = { ...seen, clocksStarted: new Map(started), proceduresAsked: new Map(asked) };
  const acts = item === undefined ? all : actsOfItem(all, item);
  const superseded = supersededActs(all);
  return {
    acts: acts.map((act) => {
      const by = superseded.get(act.seq);
      return { ...actView(context, seenBy(context, act), report), ...(by === undefined ? {} : { supersededBy: by }) };
    }),
    chain: chainView(report),
  };
}

/** By number of the act: the later act that corrects or revokes it. */
function supersededActs(acts: readonly Act[]): ReadonlyMap<number, number> {
  return new Map(
    acts.flatMap((act) =>
      act.type === 'FactCorrected' || act.type === 'DecisionRevoked' ? [[act.data.supersedes, act.seq] as const] : [],
    ),
  );
}

/** What others said at a step where each seat judges on its own is told when all have judged. */
function seenBy({ underWay, scope }: ViewContext, act: Act): Act {
  const others = act.step !== undefined && underWay.has(act.step) && act.actor.id !== scope.person?.id;
  return others && act.type === 'ActionTaken' ? ({ ...act, slots: {} } as Act) : act;
}

function chainView({ ok, head, length, brokenAt }: ChainReport): HistoryView['chain'] {
  return { ok, head, length, ...(brokenAt === undefined ? {} : { brokenAt }) };
}

function actView(context: ViewContext, act: Act, { hashes }: ChainReport): ActView {
  const step = context.workflow.steps.find(({ id }) => id === act.step)?.label;
  const clause = 'clause' in act.data ? clauseOf(context, act.data.clause) : undefined;
  const opinion = textOf(act, 'opinion');
  const reason = textOf(act, 'reason');
  const result = resultOf(context, act);
  return {
    seq: act.seq,
    type: act.type,
    recordedAt: act.recordedAt,
    effectiveOn: act.effectiveOn,
    late: act.effectiveOn < dayOfInstant(act.recordedAt),
    actor: actorView(context, act),
    ...(step ? { step } : {}),
    items: context.state.items
      .filter(({ id }) => act.items?.includes(id))
      .map((row) => ({ id: row.id, row: row.row, name: itemName(context, row) })),
    sentence: actSentence(context, act),
    ...(opinion === undefined ? {} : { opinion }),
    ...(reason === undefined ? {} : { reason }),
    ...(clause ? { clause } : {}),
    ...(result ? { result } : {}),
    erased: Object.values(act.slots).some(({ value }) => value === undefined),
    hash: hashes[act.seq - 1] ?? '',
    ...(act.type === 'CaseOpened' ? { definition: act.data.workflow.hash } : {}),
  };
}

function actorView(context: ViewContext, { actor }: Act): ActView['actor'] {
  return {
    kind: actor.kind,
    ...(actor.id === undefined ? {} : { person: personView(context, actor.id) }),
    ...(actor.as === undefined ? {} : { as: capacityText(context, actor.as) }),
    ...(actor.channel === undefined ? {} : { channel: actor.channel }),
  };
}

function textOf(act: Act, slot: string): string | undefined {
  const value = act.slots[slot]?.value;
  return typeof value === 'string' ? value : undefined;
}

function resultOf(context: ViewContext, act: Act): ActView['result'] {
  if (act.type !== 'ItemDecided' || !act.data.result) return undefined;
  const { outputs, matched, amount, manual, refused, decisionHash, on } = act.data.result;
  const tables = decidingTables(context, { decisionHash, on });
  const { decision } = tables;
  const row = context.state.items.find(({ id, result }) => id === act.data.item && result?.amount === amount);
  const shown = tablesView(context, tables, on);
  const formula =
    decision && !manual && !refused ? formulaOf(decision, { status: 'ok', outputs }, row ? factsOfRow(context, row) : {}) : undefined;
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(formula === undefined ? {} : { formula }),
    matched: matched.map((match) => ({ rule: match.rule, ...groundOf(context.parts, tables, match) })),
    ...(shown ? { tables: shown } : {}),
  };
}
