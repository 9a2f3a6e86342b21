import type { LocalizedText } from '@careway/definition';
import type { CaseState, ClockState, TaskState } from '@careway/engine';
import { utcText } from '../clock/zone.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { ListingRow } from '../ports/case-store.js';
import { pathText } from '../publications/area-tree.js';
import { isToldTo, shieldedParties, shieldedState } from '../scope/shield.js';
import { totalOf } from './case-total.js';

/** What a list shows of a case, in words of both languages; days left are counted when it is read. */
export interface RowData {
  readonly task: string;
  readonly kind: TaskState['kind'];
  readonly number?: string;
  readonly service: LocalizedText;
  readonly serviceId: string;
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly applicant: string;
  readonly areaId: string;
  readonly items: number;
  readonly amount: string;
  /** The task is filled in on a form, by the person named for it. */
  readonly sheet?: true;
  /** The service pays money. */
  readonly pays: boolean;
  readonly openedAt: string;
  readonly filedOn: string;
  readonly takenBy?: string;
  readonly status: 'open' | 'closed';
  readonly ending?: CaseState['ending'];
  readonly parent?: string;
  /** Those whose line it is must act. */
  readonly mustAct: boolean;
  /** What they must do: hand in what is missing, or act at a step of their own. */
  readonly duty?: 'supplement' | 'step';
  /** Of a seat: the day on which its holder was named. */
  readonly assignedOn?: string;
  /** Parties and people who see of the case only what is their own. */
  readonly concealedFrom?: readonly string[];
  readonly clock?: {
    readonly label: LocalizedText;
    readonly status: ClockState['status'];
    readonly due?: string;
    /** Of a limit in hours: when it ends. */
    readonly dueAt?: string;
    readonly unit: string;
    readonly warnDays: number;
    readonly breached: boolean;
  };
}

/** The lines of a case: for tasks, all cases, those who filed or acted, publicity, and clocks that wait for a calendar. */
export function listingRows(parts: TenantParts, state: CaseState): readonly ListingRow[] {
  const base = baseRow(parts, state);
  const rows: ListingRow[] = [{ ...base, list: 'case', id: 'case', owner: 'case' }];
  const own = (id: string) => ownRow(parts, state, { base, id });
  for (const owner of ownersOf(state)) {
    const id = owner.slice('party:'.length);
    if (knowsOf(parts, state, id)) rows.push({ ...own(id), list: 'mine', id: owner, owner });
  }
  rows.push({ ...own(state.filedBy), list: 'started', id: state.filedBy, owner: `person:${state.filedBy}` });
  for (const person of actedBy(state)) rows.push({ ...own(person), list: 'acted', id: person, owner: `person:${person}` });
  for (const { step, seat, person, on } of state.seats ?? []) {
    rows.push({
      ...base,
      list: 'seat',
      id: `${step} ${seat}`,
      owner: `person:${person}`,
      step,
      opened: `${on}T00:00:00.000Z`,
      data: { ...base.data, assignedOn: on },
    });
  }
  if (state.publicity.some(({ status }) => status === 'open')) rows.push({ ...base, list: 'publicity', id: 'publicity', owner: 'public' });
  if (state.clocks.some(({ status }) => status === 'undetermined'))
    rows.push({ ...base, list: 'undetermined', id: 'clock', owner: 'system' });
  for (const task of state.tasks) rows.push(taskRow(parts, state, { base, task }));
  return rows;
}

type Base = Omit<ListingRow, 'list' | 'id' | 'owner'>;

/** The line for one person or organisation: of a party that sees only its own part nothing else stands in it. */
function ownRow(parts: TenantParts, state: CaseState, { base, id }: { readonly base: Base; readonly id: string }): Base {
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  const mine = partiesOf(state, id);
  const shield = workflow && shieldedParties(workflow, mine);
  const row = shield ? baseRow(parts, shieldedState(state, workflow, { parties: shield })) : base;
  const task = state.tasks.find(({ party }) => party !== undefined && mine.includes(party));
  if (!task) return { ...row, data: { ...row.data, mustAct: false } };
  return { ...row, data: { ...row.data, mustAct: true, duty: task.kind === 'supplement' ? 'supplement' : 'step' } };
}

/** A party that sees only its own part has the case in its list once it has a part in it. */
function knowsOf(parts: TenantParts, state: CaseState, id: string): boolean {
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  const shield = workflow && shieldedParties(workflow, partiesOf(state, id));
  return !workflow || !shield || isToldTo(state, workflow, shield);
}

/** Parties that somebody is or acts for. */
function partiesOf({ parties }: Pick<CaseState, 'parties'>, id: string): readonly string[] {
  return parties.filter(({ subject, agents }) => subject === id || agents.includes(id)).map(({ party }) => party);
}

/** Whom the case must not be shown to but by their own line: parties that see only their own part, and who acts for them. */
function concealedFrom(parts: TenantParts, state: CaseState): readonly string[] {
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  if (!workflow) return [];
  const people = new Set(state.parties.flatMap(({ subject, agents }) => [subject, ...agents]).filter((id) => id !== ''));
  return [...people].filter((id) => shieldedParties(workflow, partiesOf(state, id)) !== undefined);
}

/** Who may see a case as its own: the parties and those who act for them. */
export function ownersOf(state: Pick<CaseState, 'parties'>): readonly string[] {
  return [...new Set(state.parties.flatMap(({ subject, agents }) => [subject, ...agents].map((id) => `party:${id}`)))];
}

function actedBy(state: CaseState): readonly string[] {
  return [...new Set(Object.values(state.performers).flat())];
}

function baseRow(parts: TenantParts, state: CaseState): Base {
  const pack = parts.shelf.byHash(state.packHash);
  const workflow = pack?.workflows.get(state.workflow.id);
  const current = state.position.find((id) => workflow?.steps.some((step) => step.id === id)) ?? '';
  const clock = leadingClock(state);
  const amount = totalOf(parts, state);
  const hidden = concealedFrom(parts, state);
  const data: RowData = {
    task: '',
    kind: 'step',
    ...(state.number === undefined ? {} : { number: state.number }),
    service: pack?.services.get(state.service)?.label ?? { 'zh-CN': state.service, en: state.service },
    serviceId: state.service,
    step: current,
    stepLabel: stepLabel(parts, state, current),
    applicant: state.parties[0]?.name ?? '',
    areaId: state.areaPath.at(-1)?.id ?? '',
    items: state.items.length,
    amount,
    pays: pack?.decisions.get(pack.services.get(state.service)?.decision ?? '')?.result.type === 'money',
    openedAt: state.openedAt,
    filedOn: state.filedOn,
    status: state.status,
    ...(state.ending === undefined ? {} : { ending: state.ending }),
    ...(state.parent === undefined ? {} : { parent: state.parent.caseId }),
    mustAct: false,
    ...(hidden.length > 0 ? { concealedFrom: hidden } : {}),
    ...(clock ? { clock: clockData(parts, state, clock) } : {}),
  };
  return {
    path: pathText(state.areaPath),
    service: state.service,
    step: current,
    status: state.status,
    due: clock?.dueAt === undefined ? '' : utcText(clock.dueAt),
    opened: utcText(state.openedAt),
    cents: Math.round(Number(amount) * 100),
    data: data as unknown as ListingRow['data'],
  };
}

function taskRow(parts: TenantParts, state: CaseState, { base, task }: { readonly base: Base; readonly task: TaskState }): ListingRow {
  const clock = (task.clock === undefined ? undefined : state.clocks.find(({ id }) => id === task.clock)) ?? leadingClock(state, task.step);
  const paused = clock?.status === 'paused' || state.supplement !== undefined;
  const { clock: _, ...shown } = base.data as unknown as RowData;
  const data: RowData = {
    ...shown,
    task: task.id,
    kind: task.kind,
    step: task.step,
    stepLabel: procedureLabel(parts, state, task) ?? stepLabel(parts, state, task.step),
    openedAt: task.openedAt,
    ...(fillsForm(parts, state, task) ? { sheet: true as const } : {}),
    ...(task.takenBy === undefined ? {} : { takenBy: task.takenBy }),
    ...(clock ? { clock: clockData(parts, state, clock) } : {}),
  };
  const at = state.areaPath.findIndex(({ id }) => id === task.area);
  return {
    ...base,
    list: 'task',
    id: task.id,
    owner: taskOwner(task),
    path: at < 0 ? base.path : pathText(state.areaPath.slice(0, at + 1)),
    step: task.step,
    status: paused ? 'paused' : 'running',
    due: clock?.dueAt === undefined ? '' : utcText(clock.dueAt),
    opened: utcText(task.openedAt),
    data: data as unknown as ListingRow['data'],
  };
}

/** A vote is about the side procedure, not about the step at which it was asked for. */
function procedureLabel(parts: TenantParts, state: CaseState, { procedure }: TaskState): LocalizedText | undefined {
  const asked = state.procedures.find(({ id }) => id === procedure)?.procedure;
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  return workflow?.procedures?.find(({ id }) => id === asked)?.label;
}

function fillsForm(parts: TenantParts, state: CaseState, { kind, step, person }: TaskState): boolean {
  if (kind !== 'step' || person === undefined) return false;
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  return workflow?.steps.find(({ id }) => id === step)?.actions?.some(({ form }) => form !== undefined) ?? false;
}

function taskOwner({ person, role, party }: TaskState): string {
  if (person !== undefined) return `person:${person}`;
  return role === undefined ? `party:${party}` : `role:${role}`;
}

/** The clock that presses most: of the step if one is named; running before paused, the earliest due first. */
export function leadingClock(state: CaseState, step?: string): ClockState | undefined {
  const rank = { running: 0, undetermined: 1, paused: 2, ended: 3, canceled: 4 } as const;
  return state.clocks
    .filter(({ status }) => rank[status] < 3)
    .filter((clock) => step === undefined || clock.step === step)
    .sort((a, b) => rank[a.status] - rank[b.status] || ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))[0];
}

function clockData(parts: TenantParts, state: CaseState, clock: ClockState): NonNullable<RowData['clock']> {
  const definition = parts.shelf
    .byHash(state.packHash)
    ?.workflows.get(state.workflow.id)
    ?.clocks.find(({ id }) => id === clock.clock);
  return {
    label: definition?.label ?? { 'zh-CN': clock.clock, en: clock.clock },
    status: clock.status,
    ...(clock.due === undefined ? {} : { due: clock.due }),
    ...(definition?.unit === 'hour' && clock.dueAt !== undefined ? { dueAt: clock.dueAt } : {}),
    unit: definition?.unit ?? 'calendar-day',
    warnDays: definition?.warnDays ?? 3,
    breached: clock.breachedOn !== undefined,
  };
}

const underWay: LocalizedText = { 'zh-CN': '办理中', en: 'Under way' };

function stepLabel(parts: TenantParts, state: CaseState, step: string): LocalizedText {
  if (step === '' && state.status === 'open') return underWay;
  const workflow = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id);
  const ended = state.ending ?? 'completed';
  const found =
    workflow?.steps.find(({ id }) => id === step) ??
    (state.status === 'closed' ? workflow?.steps.find(({ ending }) => ending === ended) : undefined);
  return found?.label ?? { 'zh-CN': step, en: step };
}
