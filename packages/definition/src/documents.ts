import type { CalendarDefinition } from './schemas/calendar.js';
import type { ClauseDocument } from './schemas/clause.js';
import type { DecisionDefinition } from './schemas/decision.js';
import type { FormDefinition } from './schemas/form.js';
import type { LetterDefinition } from './schemas/letter.js';
import type { OrganisationDefinition } from './schemas/organisation.js';
import type { OverlayDocument } from './schemas/overlay.js';
import type { PackManifest } from './schemas/pack.js';
import type { RegisterDefinition } from './schemas/register.js';
import type { Remedy } from './schemas/remedy.js';
import type { ScheduleDefinition } from './schemas/schedule.js';
import type { Scenario } from './schemas/scenario.js';
import type { ServiceDefinition } from './schemas/service.js';
import type { WorkflowDefinition } from './schemas/workflow.js';

/** The documents of one pack, parsed, by id. Immutable. */
export interface Pack {
  readonly manifest: PackManifest;
  /** RFC 8785 + SHA-256 over all documents, hex. */
  readonly hash: string;
  readonly workflows: ReadonlyMap<string, WorkflowDefinition>;
  readonly decisions: ReadonlyMap<string, DecisionDefinition>;
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly services: ReadonlyMap<string, ServiceDefinition>;
  readonly letters: ReadonlyMap<string, LetterDefinition>;
  readonly remedies: ReadonlyMap<string, Remedy>;
  /** By document id. */
  readonly clauseDocuments: ReadonlyMap<string, ClauseDocument>;
  /** By year. */
  readonly calendars: ReadonlyMap<number, CalendarDefinition>;
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly schedules: ReadonlyMap<string, ScheduleDefinition>;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly organisation?: OrganisationDefinition;
  readonly overlay?: OverlayDocument;
  /** Form fixtures, by form id. */
  readonly fixtures: ReadonlyMap<string, { readonly valid: ReadonlyMap<string, unknown>; readonly invalid: ReadonlyMap<string, unknown> }>;
  /** File in which a document lies: `workflow:subsidy-approval` → `subsidy-approval/workflow.json`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Base and overlays composed: what a city runs. Same shape, with params set; `hash` covers the composed content. */
export interface ComposedPack extends Pack {
  readonly organisation: OrganisationDefinition;
  /** The chain, base first; a set of operations laid over it later is a link of its own. */
  readonly chain: readonly {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly label: { readonly 'zh-CN': string; readonly en: string };
  }[];
  /** Content hash by document key (`workflow:…`, `decision:…`, `form:…`). */
  readonly documentHashes: ReadonlyMap<string, string>;
  /** What the overlays changed, in plain words. */
  readonly changes: readonly {
    readonly document: string;
    readonly path: string;
    /** Which link of the chain changed it, from 1. */
    readonly layer: number;
    readonly text: { readonly 'zh-CN': string; readonly en: string };
  }[];
}
