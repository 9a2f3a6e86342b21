import type { CaseState, Effect, EffectOutcome, OpenChildCase } from '@careway/engine';
import { caseIdFrom } from '../filing/case-id.js';
import type { CommandLoop, LoopResult } from '../loop/command-loop.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import { documentNumber, sequencePattern } from './document-number.js';
import { deliverNotice } from './deliver-notice.js';
import { recordEntitlement } from './record-entitlement.js';
import { writeRecord } from './write-record.js';

export interface EffectWork<K extends Effect['kind'] = Effect['kind']> {
  readonly parts: TenantParts;
  readonly loop: CommandLoop;
  readonly state: CaseState;
  readonly effect: Extract<Effect, { kind: K }>;
  /** Another case that was changed and has effects of its own. */
  readonly touched: (caseId: string) => void;
}

/** What came of an effect for its case; `undefined` when the case need not know. Throws when it may be tried again. */
export type Performed = EffectOutcome | undefined;

const performers: { readonly [K in Effect['kind']]: (work: EffectWork<K>) => Promise<Performed> } = {
  'assign-number': assignNumber,
  claim: takeClaim,
  'release-claim': releaseClaim,
  'record-entitlement': recordEntitlement,
  'write-record': writeRecord,
  'open-child': openChild,
  'report-closed': reportClosed,
  notify: async ({ parts, state, effect }) => {
    await deliverNotice(parts, state, effect);
    return undefined;
  },
};

/** Performs one effect. Each receiver knows it by its id, so that performing it again changes nothing. */
export function performEffect(work: EffectWork): Promise<Performed> {
  const perform = performers[work.effect.kind] as (work: EffectWork) => Promise<Performed>;
  return perform(work);
}

async function assignNumber({ parts, effect }: EffectWork<'assign-number'>): Promise<Performed> {
  const year = effect.on.slice(0, 4);
  const n = await parts.store.sequences.next(effect.sequence, `${year}/${effect.area}`, effect.id);
  const pattern = sequencePattern(livePack(parts, effect.area).organisation, effect.sequence);
  const number = documentNumber(pattern, { year, area: effect.area.toUpperCase(), n });
  return { kind: 'number-assigned', for: effect.for, ...(effect.letter === undefined ? {} : { letter: effect.letter }), number };
}

async function takeClaim({ parts, state, effect }: EffectWork<'claim'>): Promise<Performed> {
  const mine = { caseId: state.caseId, item: effect.item };
  const holder = await parts.store.claims.take(effect.claim, effect.key, {
    ...mine,
    service: effect.service,
    since: parts.time.now().slice(0, 10),
  });
  if (holder.caseId === mine.caseId && holder.item === mine.item) return { kind: 'claim-granted', item: effect.item };
  return { kind: 'claim-refused', item: effect.item, heldSince: holder.since, heldByService: holder.service };
}

async function releaseClaim({ parts, state, effect }: EffectWork<'release-claim'>): Promise<Performed> {
  await parts.store.claims.release(effect.claim, effect.key, { caseId: state.caseId, item: effect.item });
  return undefined;
}

async function openChild({ parts, loop, state, effect, touched }: EffectWork<'open-child'>): Promise<Performed> {
  const caseId = caseIdFrom(parts.sealer, 'child', state.caseId, effect.key);
  const command: OpenChildCase = { type: 'OpenChildCase', caseId, ...effect.command };
  await passClaims(parts, state, command);
  const area = effect.command.areaPath.at(-1)?.id ?? '';
  const result = await loop.execute({
    caseId,
    key: `open:${effect.id}`,
    body: { effect: effect.id },
    open: { packHash: state.packHash, area, workflow: state.workflow.id },
    actor: () => ({ kind: 'system', cause: 'effect' }),
    command: () => command,
  });
  expectDone(result);
  touched(caseId);
  return { kind: 'child-opened', key: effect.key, caseId };
}

/** The child holds the claims of its rows from now on, under the ids that the rows have there. */
async function passClaims(parts: TenantParts, parent: CaseState, command: OpenChildCase): Promise<void> {
  const { claims } = parts.store;
  for (const item of command.items) {
    if (item.claim?.status !== 'granted' || item.claim.claim === undefined) continue;
    const { claim, key } = item.claim;
    const holder = await claims.holder(claim, key);
    const source = parent.items.find((row) => row.claim?.key === key);
    if (holder?.caseId !== parent.caseId || !source) continue;
    await claims.pass(claim, key, { from: { caseId: parent.caseId, item: source.id }, to: { caseId: command.caseId, item: item.id } });
  }
}

async function reportClosed({ loop, state, effect, touched }: EffectWork<'report-closed'>): Promise<Performed> {
  const result = await loop.execute({
    caseId: effect.parent,
    key: `closed:${state.caseId}`,
    body: { closed: state.caseId },
    actor: () => ({ kind: 'system', cause: 'effect' }),
    command: () => ({ type: 'RecordOutcomes', outcomes: [{ kind: 'child-closed', caseId: state.caseId }] }),
  });
  expectDone(result);
  touched(effect.parent);
  return undefined;
}

function expectDone(result: LoopResult): void {
  if (result.ok) return;
  const why =
    result.kind === 'refused'
      ? result.refusal.message.en
      : result.kind === 'issues'
        ? result.issues.map(({ code }) => code).join(', ')
        : result.kind;
  throw new Error(`the other case refused: ${why}`);
}
