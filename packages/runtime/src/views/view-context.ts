import type { ComposedPack, LocalizedText, WorkflowDefinition } from '@careway/definition';
import type { Actor, CaseState, CompiledWorkflow, DecideContext } from '@careway/engine';
import { contextFor } from '../loop/decide-context.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { PersonRecord } from '../runtime.js';
import { stepsUnderWay, withoutOthersSheets } from '../scope/independent-sheets.js';
import { shieldedState } from '../scope/shield.js';
import type { ViewerScope } from '../scope/viewer-scope.js';

/** Everything that views of one case are made from, for one viewer at one moment. */
export interface ViewContext {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  /** As far as the viewer may know of it. */
  readonly state: CaseState;
  /** The whole case: only to tell what may be done now. */
  readonly whole: CaseState;
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
  /** The viewer acts for a party that sees only what is its own: then `state` holds nothing else. */
  readonly shielded: boolean;
  /** Steps at which each seat files its own form and not all have: what others filed there is not in `state`. */
  readonly underWay: ReadonlySet<string>;
  /** While history is told: clock of the workflow by clock id. The state forgets a clock that started again; the acts remember. */
  readonly clocksStarted?: ReadonlyMap<string, string>;
  /** While history is told: side procedure of the workflow by the id of the request. */
  readonly proceduresAsked?: ReadonlyMap<string, string>;
}

export interface ViewInput {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly state: CaseState;
  readonly version: number;
  readonly people: ReadonlyMap<string, PersonRecord>;
}

/** @throws RangeError when the pack of the case is not stored. */
export function viewContext({ parts, scope, state: whole, version, people }: ViewInput): ViewContext {
  const pack = parts.shelf.byHash(whole.packHash);
  const workflow = pack?.workflows.get(whole.workflow.id);
  if (!pack || !workflow) throw new RangeError(`the pack of case ${whole.caseId} is not stored`);
  const actor = scope.actor(whole);
  const ctx = contextFor(parts, { pinned: pack, area: whole.areaPath.at(-1)?.id ?? '', actor });
  const compiled = parts.shelf.workflow(pack.hash, workflow.id);
  const asStaff = scope.seesAsStaff(whole);
  const shield = scope.shield(whole);
  const underWay: ReadonlySet<string> = scope.hasKind('supervisor') && asStaff ? new Set() : stepsUnderWay(compiled, whole);
  const state = shield
    ? shieldedState(whole, workflow, { parties: shield, nameOf: (person) => people.get(person)?.name })
    : withoutOthersSheets(whole, workflow, { steps: underWay, viewer: scope.person?.id });
  const basis = { parts, scope, state, whole, version, pack, workflow, compiled, ctx, actor, people };
  return { ...basis, today: ctx.now.slice(0, 10), asStaff, shielded: shield !== undefined, underWay };
}

/** The text itself where both languages are the same, such as a name. */
export function plainText(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}
