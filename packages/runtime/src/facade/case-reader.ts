import type { CaseState } from '@careway/engine';
import { stateOf } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredCommit } from '../ports/case-store.js';
import { ownSteps } from '../scope/shield.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import { type CaseViewExtras } from '../views/case-view.js';
import { type ViewContext, viewContext } from '../views/view-context.js';
import { filedRows } from './filed-rows.js';
import type { TenantTools } from './tenant-tools.js';

/** A case as one viewer may see it, with what its page needs. */
export interface ReadCase {
  readonly context: ViewContext;
  readonly commits: readonly StoredCommit[];
}

/** Loads cases for a viewer. Another area's case is not there. */
export class CaseReader {
  readonly parts: TenantParts;

  constructor(
    readonly tools: TenantTools,
    readonly scope: ViewerScope,
  ) {
    this.parts = tools.parts;
  }

  /** The case when the viewer may see it. @param check `false` for what is public. */
  async context(caseId: string, check = true): Promise<ViewContext | undefined> {
    const stored = await this.parts.store.cases.load(caseId);
    const state = stateOf(stored);
    if (!stored || !state || (check && !this.scope.sees(state))) return undefined;
    const people = await this.tools.people.all();
    return viewContext({ parts: this.parts, scope: this.scope, state, version: stored.version, people });
  }

  /** The same for what a party that sees only its own part must not see: to it there is none. */
  async open(caseId: string): Promise<ViewContext | undefined> {
    const context = await this.context(caseId);
    return context?.shielded ? undefined : context;
  }

  commits(caseId: string): Promise<readonly StoredCommit[]> {
    return this.parts.store.cases.commits(caseId);
  }

  async extras(context: ViewContext): Promise<CaseViewExtras> {
    const { state } = context;
    if (context.shielded) return this.#shieldedExtras(context);
    const { left, channel } = await this.tools.history.of(state.caseId, context.version);
    const pending = await this.parts.store.cases.pending({ caseId: state.caseId, limit: 100 });
    return {
      left,
      pending: pending.map(({ effect }) => effect),
      numbers: await this.#numbers(state),
      ...(channel === undefined ? {} : { channel }),
      ...(await this.#objection(state)),
      ...(await this.#told(state)),
      ...(state.supplement ? { filed: await filedRows(this.parts, state) } : {}),
    };
  }

  /** When their own steps were done, and nothing of the rest. */
  async #shieldedExtras({ state, version, workflow, scope, whole }: ViewContext): Promise<CaseViewExtras> {
    const { left } = await this.tools.history.of(state.caseId, version);
    const steps = ownSteps(workflow, scope.shield(whole) ?? []);
    return { left: new Map([...left].filter(([step]) => steps.has(step))), pending: [], numbers: new Map() };
  }

  /** A case split off has its objection in the commit that opened it. */
  async #objection(state: CaseState): Promise<Pick<CaseViewExtras, 'objection'>> {
    const split = state.parent?.cause === 'objection';
    if (!split && !state.wholeObjection) return {};
    const commits = await this.parts.store.cases.commits(state.caseId, split && !state.wholeObjection ? { limit: 1 } : {});
    return { objection: commits.flatMap(({ acts }) => acts) };
  }

  /** Corrections keep the value before in their act, register records their key. */
  async #told(state: CaseState): Promise<Pick<CaseViewExtras, 'told'>> {
    const facts = [state.facts, ...state.items.map((item) => item.facts)].flatMap((known) => Object.values(known));
    if (!state.recordWrites?.length && !facts.some(({ source }) => source.kind === 'correction')) return {};
    const commits = await this.parts.store.cases.commits(state.caseId);
    const acts = commits.flatMap((commit) => commit.acts);
    return { told: acts.filter(({ type }) => type === 'FactCorrected' || type === 'RecordWriteRequested') };
  }

  async #numbers(state: CaseState): Promise<ReadonlyMap<string, string>> {
    const ids = [state.parent?.caseId, ...state.children.map(({ caseId }) => caseId)].filter((id) => id !== undefined);
    const found = await Promise.all(ids.map(async (id) => [id, stateOf(await this.parts.store.cases.load(id))?.number] as const));
    return new Map(found.flatMap(([id, number]) => (number === undefined ? [] : [[id, number] as const])));
  }

  /** Enters in the access log that staff looked. */
  async looked(state: CaseState, entry: { readonly what: string; readonly subject?: string; readonly why?: string }): Promise<void> {
    const person = this.scope.person;
    if (!person || !this.scope.seesAsStaff(state)) return;
    await this.parts.store.access.add({ at: this.parts.time.now(), person: person.id, caseId: state.caseId, ...entry });
  }
}
