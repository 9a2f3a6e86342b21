import type { ComposedPack, LocalizedText, WorkflowDefinition } from '@careway/definition';
import type { Actor, CaseState, CompiledWorkflow, DecideContext } from '@careway/engine';
import { contextFor } from '../loop/decide-context.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { PersonRecord } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';

/** Everything that views of one case are made from, for one viewer at one moment. */
export interface ViewContext {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly state: CaseState;
  readonly version: number;
  /** Pinned to the case. */
  readonly pack: ComposedPack;
  readonly workflow: WorkflowDefinition;
  readonly compiled: CompiledWorkflow;
  readonly ctx: DecideContext;
  readonly actor: Actor;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** ISO date of the tenant. */
  readonly today: string;
  /** Colleagues see full names of staff. */
  readonly asStaff: boolean;
  /** While history is told: clock of the workflow by clock id. The state forgets a clock that started again; the acts remember. */
  readonly clocksStarted?: ReadonlyMap<string, string>;
}

export interface ViewInput {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly state: CaseState;
  readonly version: number;
  readonly people: ReadonlyMap<string, PersonRecord>;
}

/** @throws RangeError when the pack of the case is not stored. */
export function viewContext({ parts, scope, state, version, people }: ViewInput): ViewContext {
  const pack = parts.shelf.byHash(state.packHash);
  const workflow = pack?.workflows.get(state.workflow.id);
  if (!pack || !workflow) throw new RangeError(`the pack of case ${state.caseId} is not stored`);
  const actor = scope.actor(state);
  const ctx = contextFor(parts, { pinned: pack, area: state.areaPath.at(-1)?.id ?? '', actor });
  const compiled = parts.shelf.workflow(pack.hash, workflow.id);
  const asStaff = scope.seesAsStaff(state);
  return { parts, scope, state, version, pack, workflow, compiled, ctx, actor, people, today: ctx.now.slice(0, 10), asStaff };
}

/** The text itself where both languages are the same, such as a name. */
export function plainText(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}
