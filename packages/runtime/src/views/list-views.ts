import type { RowData } from '../listing/listing-rows.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { PersonRecord } from '../runtime.js';
import type { CaseRow, WorklistRow } from '../views.js';
import { rowClock } from './clock-view.js';
import { maskName } from '@careway/forms';

export interface ListContext {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** ISO instant of the tenant. */
  readonly now: string;
}

/** A line of the worklist as it stands today. */
export function worklistRow(context: ListContext, caseId: string, data: RowData): WorklistRow {
  const { parts, people, scope } = context;
  const person = data.takenBy === undefined ? undefined : people.get(data.takenBy);
  const clock = data.clock && rowClock(data.clock, context.now, parts.shelf.calendars(data.areaId));
  return {
    caseId,
    task: data.task,
    kind: data.kind,
    ...(data.number === undefined ? {} : { number: data.number }),
    service: data.service,
    step: data.step,
    stepLabel: data.stepLabel,
    applicant: data.applicant,
    area: parts.areas.label(data.areaId),
    areaId: data.areaId,
    items: data.items,
    ...(data.pays ? { amount: data.amount } : {}),
    openedAt: data.openedAt,
    ...(data.sheet ? { sheet: true as const } : {}),
    ...(person ? { takenBy: { id: person.id, name: scope.isStaff ? person.name : maskName(person.name) } } : {}),
    ...(clock ? { clock } : {}),
  };
}

/** A case in a list of cases. `mustAct` is told to applicants only. */
export function caseRow(context: ListContext, caseId: string, data: RowData): CaseRow {
  const clock = data.clock && rowClock(data.clock, context.now, context.parts.shelf.calendars(data.areaId));
  return {
    caseId,
    ...(data.number === undefined ? {} : { number: data.number }),
    service: data.service,
    applicant: data.applicant,
    area: context.parts.areas.label(data.areaId),
    status: data.status,
    ...(data.ending === undefined ? {} : { ending: data.ending }),
    stepLabel: data.stepLabel,
    filedOn: data.filedOn,
    items: data.items,
    ...(data.pays ? { amount: data.amount } : {}),
    mustAct: data.mustAct,
    ...(data.duty === undefined ? {} : { duty: data.duty }),
    ...(clock && data.status === 'open' ? { clock } : {}),
    ...(data.parent === undefined ? {} : { parent: data.parent }),
  };
}
