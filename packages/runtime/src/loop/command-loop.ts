import { canonicalJson, type Issue } from '@careway/definition';
import {
  type Actor,
  type CaseState,
  type Command,
  type CompiledWorkflow,
  decide,
  type Decided,
  neededPeople,
  neededReads,
  type Refusal,
} from '@careway/engine';
import { extendChain, chainStart } from '../chain/act-hash.js';
import { listingRows } from '../listing/listing-rows.js';
import { searchTerms } from '../listing/search-terms.js';
import type { CaseCommit, StoredCase, StoredCommit } from '../ports/case-store.js';
import { nextDueOf } from './due-clocks.js';
import { type CommandReads, contextFor, withReads } from './decide-context.js';
import { SerialQueue } from './serial-queue.js';
import type { TenantParts } from './tenant-parts.js';

/** One command for one case, whoever sends it. */
export interface LoopRequest {
  readonly caseId: string;
  /** Idempotency key, unique within the tenant. */
  readonly key: string;
  /** What the caller sent: the same key with another body is refused. */
  readonly body: unknown;
  /** Pack to open a case under; left out for a case that is open. */
  readonly open?: { readonly packHash: string; readonly area: string; readonly workflow: string };
  readonly ifVersion?: number | undefined;
  readonly actor: (state: CaseState | undefined) => Actor;
  /** The command on the case as it now is; `undefined` when there is nothing left to do. */
  readonly command: (state: CaseState | undefined) => Command | undefined | Promise<Command | undefined>;
  /** Effects whose outcomes the command records. */
  readonly settled?: (state: CaseState | undefined) => readonly string[] | Promise<readonly string[]>;
}

export type LoopResult =
  | {
      readonly ok: true;
      readonly caseId: string;
      readonly version: number;
      readonly replayed: boolean;
      readonly acts: number;
      readonly effects: number;
    }
  /** `issues`: where in the command the reason lies, where it lies in one place. */
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: Refusal; readonly issues?: readonly Issue[] }
  | { readonly ok: false; readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly kind: 'not-found' }
  | { readonly ok: false; readonly kind: 'version-conflict'; readonly current: number; readonly from: number }
  | { readonly ok: false; readonly kind: 'key-reused' };

export type Foreseen =
  | { readonly ok: true; readonly before: CaseState; readonly after: CaseState }
  | Extract<LoopResult, { readonly kind: 'refused' | 'issues' | 'not-found' }>;

/** How often a command is decided anew when others of another process commit first. */
const attemptsAtMost = 50;

/** load → decide → commit. Effects are not performed here. */
export class CommandLoop {
  readonly #queue = new SerialQueue();

  constructor(readonly parts: TenantParts) {}

  /** Commands on one case run one after another in this process; of several processes the compare-and-set decides. */
  execute(request: LoopRequest): Promise<LoopResult> {
    return this.#queue.run(request.caseId, () => this.#execute(request));
  }

  /** What a command would make of a case: it is decided, nothing is written and no effect performed. */
  async foresee(request: Pick<LoopRequest, 'caseId' | 'actor' | 'command'>): Promise<Foreseen> {
    const stored = await this.parts.store.cases.load(request.caseId);
    const before = stateOf(stored);
    const decided = before && (await this.#decide({ ...request, key: '', body: {} }, stored));
    if (!before || !decided) return { ok: false, kind: 'not-found' };
    return decided.ok ? { ok: true, before, after: decided.state } : refusedOf(decided);
  }

  /** Writes the lines of a case anew, as when the tables it is listed by have changed. The case itself stays as it is. */
  refresh(caseId: string, key: string): Promise<void> {
    return this.#queue.run(caseId, async () => {
      const stored = await this.parts.store.cases.load(caseId);
      const state = stateOf(stored);
      if (!stored || !state || (await this.parts.store.cases.committed(key))) return;
      const decided = { ok: true as const, acts: [], effects: [], state };
      const request: LoopRequest = { caseId, key, body: {}, actor: () => ({ kind: 'system', cause: 'effect' }), command: () => undefined };
      await this.parts.store.cases.commit(this.#commitOf({ request, bodyHash: '', decided, settled: [] }, stored));
    });
  }

  async #execute(request: LoopRequest): Promise<LoopResult> {
    const { cases } = this.parts.store;
    const bodyHash = this.parts.sealer.sign(canonicalJson(JSON.parse(JSON.stringify(request.body ?? null))));
    const earlier = await cases.committed(request.key);
    if (earlier) return replayed(earlier, bodyHash);
    for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
      const stored = await cases.load(request.caseId);
      if (!stored && !request.open) return { ok: false, kind: 'not-found' };
      const conflict = conflictOf(request, stored);
      if (conflict) return conflict;
      const decided = await this.#decide(request, stored);
      if (!decided) return nothingDone(request.caseId, stored);
      if (!decided.ok) return refusedOf(decided);
      const settled = (await request.settled?.(stateOf(stored))) ?? [];
      if (decided.acts.length === 0 && settled.length === 0) return nothingDone(request.caseId, stored);
      const result = await cases.commit(this.#commitOf({ request, bodyHash, decided, settled }, stored));
      if (result.ok)
        return {
          ok: true,
          caseId: request.caseId,
          version: result.version,
          replayed: false,
          acts: decided.acts.length,
          effects: decided.effects.length,
        };
      if (result.why === 'key') return replayed(result.commit, bodyHash);
    }
    return { ok: false, kind: 'version-conflict', current: (await cases.load(request.caseId))?.version ?? 0, from: request.ifVersion ?? 0 };
  }

  async #decide(request: LoopRequest, stored: StoredCase | undefined): Promise<Decided | undefined> {
    const { parts } = this;
    const state = stateOf(stored);
    const command = await request.command(state);
    if (!command) return undefined;
    const where = state ? { packHash: state.packHash, workflow: state.workflow.id, area: state.areaPath.at(-1)?.id ?? '' } : request.open;
    const pinned = where && parts.shelf.byHash(where.packHash);
    if (!where || !pinned) throw new RangeError(`the pack of case ${request.caseId} is not stored`);
    const compiled = parts.shelf.workflow(pinned.hash, where.workflow);
    const base = contextFor(parts, { pinned, area: where.area, actor: request.actor(state) });
    const ctx = await withReads(parts, base, readsOf(compiled, state, command));
    return decide(compiled, state, command, ctx);
  }

  #commitOf(
    made: { request: LoopRequest; bodyHash: string; decided: Extract<Decided, { ok: true }>; settled: readonly string[] },
    stored: StoredCase | undefined,
  ): CaseCommit {
    const { request, bodyHash, decided, settled } = made;
    const { parts } = this;
    const expected = stored?.version ?? 0;
    const due = nextDueOf(decided.state);
    return {
      caseId: request.caseId,
      expected,
      version: expected + 1,
      key: request.key,
      bodyHash,
      at: parts.time.now(),
      acts: decided.acts,
      effects: decided.effects,
      reply: { caseId: request.caseId, version: expected + 1 },
      head: extendChain(stored?.head ?? chainStart(request.caseId), decided.acts),
      state: decided.state as unknown as CaseCommit['state'],
      ...(due === undefined ? {} : { nextDue: due }),
      rows: listingRows(parts, decided.state),
      terms: searchTerms(decided.state, this.#nameFact(decided.state)),
      ...(settled.length > 0 ? { settled } : {}),
    };
  }

  #nameFact(state: CaseState): string | undefined {
    return this.parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name;
  }
}

/** Register records that a command reads, and whom it names. */
function readsOf(compiled: CompiledWorkflow, state: CaseState | undefined, command: Command): CommandReads {
  return { ...neededReads(compiled, state, command), people: neededPeople(compiled, command, state) };
}

function nothingDone(caseId: string, stored: StoredCase | undefined): LoopResult {
  return { ok: true, caseId, version: stored?.version ?? 0, replayed: false, acts: 0, effects: 0 };
}

export function stateOf(stored: StoredCase | undefined): CaseState | undefined {
  return stored?.state as unknown as CaseState | undefined;
}

function conflictOf(request: LoopRequest, stored: StoredCase | undefined): LoopResult | undefined {
  const current = stored?.version ?? 0;
  if (request.ifVersion === undefined || request.ifVersion === current) return undefined;
  return { ok: false, kind: 'version-conflict', current, from: request.ifVersion };
}

function replayed(commit: StoredCommit, bodyHash: string): LoopResult {
  if (commit.bodyHash !== bodyHash) return { ok: false, kind: 'key-reused' };
  return {
    ok: true,
    caseId: commit.caseId,
    version: commit.version,
    replayed: true,
    acts: commit.acts.length,
    effects: commit.effects.length,
  };
}

function refusedOf(decided: Extract<Decided, { ok: false }>): Extract<LoopResult, { readonly kind: 'refused' | 'issues' }> {
  const { refusal, issues } = decided;
  if (!refusal) return { ok: false, kind: 'issues', issues };
  return { ok: false, kind: 'refused', refusal, ...(issues.length > 0 ? { issues } : {}) };
}
