import type { ActionDefinition, RegisterDefinition } from '@careway/definition';
import { assignmentOf, candidateRefusal, type PersonRead } from '@careway/engine';
import type { RowData } from '../listing/listing-rows.js';
import { personRead } from '../loop/decide-context.js';
import type { PersonRecord } from '../runtime.js';
import { assignedSeats } from '../views/action-view.js';
import { recordFactViews } from '../views/fact-view.js';
import { personView } from '../views/person-view.js';
import { seatsOf } from '../views/seat-view.js';
import type { ViewContext } from '../views/view-context.js';
import type { CandidatesView, CandidateView, SeatView } from '../views.js';

/** For which seats somebody is looked for: those of an assignment, or those from which a member may be recused. */
export type CandidateQuery = { readonly step: string; readonly action: string } | { readonly step: string; readonly procedure: string };

type Assign = NonNullable<ActionDefinition['assign']>;

/** Lines of seats read at most to tell how much somebody has to do. */
const linesAtMost = 500;

/**
 * The people who hold the role of the seats in the case's area: what the register says of each, how much each has to do, and why somebody
 * cannot be named, by the same checks that the assignment itself makes. Colleagues only.
 */
export async function candidatesView(context: ViewContext, query: CandidateQuery): Promise<CandidatesView | undefined> {
  const wanted = context.asStaff ? wantedSeats(context, query) : undefined;
  if (!wanted) return undefined;
  const { assign, seats } = wanted;
  const people = holders(context, seats);
  const reads = new Map(await Promise.all(people.map(async ({ id }) => [id, await readOf(context, assign, id)] as const)));
  const ctx = { ...context.ctx, people: (id: string) => reads.get(id) };
  const around = { compiled: context.compiled, state: context.whole, ctx, assign };
  const found = await Promise.all(
    people.map(async ({ id }): Promise<CandidateView> => {
      const judged = seats.map(({ seat }) => ({ seat, refusal: candidateRefusal(around, { id: seat }, id) }));
      const able = judged.filter(({ refusal }) => refusal === undefined).map(({ seat }) => seat);
      const refusal = able.length === 0 ? judged[0]?.refusal : undefined;
      return {
        person: personView(context, id),
        seats: able,
        facts: await registerFacts(context, assign, reads.get(id)),
        ...(await loadOf(context, id)),
        suggested: false,
        ...(refusal ? { refusal } : {}),
      };
    }),
  );
  return { seats, candidates: inTurn(found, seats) };
}

function wantedSeats(
  context: ViewContext,
  query: CandidateQuery,
): { readonly assign: Assign; readonly seats: readonly SeatView[] } | undefined {
  const step = context.compiled.steps.get(query.step);
  if (!step) return undefined;
  if ('action' in query) {
    const assign = step.actions.get(query.action)?.definition.assign;
    return assign && { assign, seats: assignedSeats(context, assign.steps) };
  }
  const assign = assignmentOf(context.compiled, query.step);
  return assign && { assign, seats: seatsOf(context, step).filter(({ state }) => state !== 'dropped') };
}

/** People with the role of one of the seats in an area of the case. */
function holders({ people, whole, compiled }: ViewContext, seats: readonly SeatView[]): readonly PersonRecord[] {
  const areas = new Set(whole.areaPath.map(({ id }) => id));
  const roles = new Set(seats.flatMap(({ step, seat }) => compiled.steps.get(step)?.vote?.seats.find(({ id }) => id === seat)?.role ?? []));
  return [...people.values()].filter((person) => person.roles.some(({ role, area }) => roles.has(role) && areas.has(area)));
}

function readOf({ parts, ctx }: ViewContext, { register, key }: Assign, person: string): Promise<PersonRead | undefined> {
  return personRead(parts, ctx, { person, ...(register === undefined ? {} : { register }), ...(key === undefined ? {} : { key }) });
}

/** What the register says of the person, but for the account and the name; of records it refers to their names. */
async function registerFacts({ pack, parts }: ViewContext, { register, key }: Assign, read: PersonRead | undefined) {
  const definition = pack.registers.get(register ?? '');
  if (!definition || !read?.record) return [];
  const named = await Promise.all(definition.fields.map((field) => referredName(field, read.record?.values[field.id])));
  const names = new Map(named.flat());
  const shown = { ...definition, fields: definition.fields.filter(({ id }) => id !== key && id !== definition.name) };
  return recordFactViews(shown, read.record, names);

  async function referredName({ id, reference }: RegisterDefinition['fields'][number], value: unknown) {
    if (!reference || typeof value !== 'string') return [];
    const name = (await parts.store.registers.get(reference.register, value))?.name;
    return name === undefined ? [] : [[id, name] as const];
  }
}

async function loadOf({ parts, whole }: ViewContext, person: string): Promise<Pick<CandidateView, 'openCases' | 'lastAssigned'>> {
  const { rows } = await parts.store.cases.list({
    list: 'seat',
    owners: [`person:${person}`],
    sort: 'opened',
    offset: 0,
    limit: linesAtMost,
  });
  const lines = rows.map(({ caseId, data }) => ({ caseId, data: data as unknown as RowData }));
  const open = new Set(lines.filter(({ caseId, data }) => data.status === 'open' && caseId !== whole.caseId).map(({ caseId }) => caseId));
  const lastAssigned = lines[0]?.data.assignedOn;
  return { openCases: open.size, ...(lastAssigned === undefined ? {} : { lastAssigned }) };
}

/** Those who can be named first, in turn; as many are marked as seats are vacant. */
function inTurn(candidates: readonly CandidateView[], seats: readonly SeatView[]): readonly CandidateView[] {
  const seated = new Set(seats.flatMap(({ person }) => person?.id ?? []));
  const turn = (a: CandidateView, b: CandidateView) =>
    a.openCases - b.openCases || (a.lastAssigned ?? '').localeCompare(b.lastAssigned ?? '') || a.person.id.localeCompare(b.person.id);
  const sorted = [...candidates].sort((a, b) => Number(a.refusal !== undefined) - Number(b.refusal !== undefined) || turn(a, b));
  const free = sorted.filter(({ refusal, person }) => refusal === undefined && !seated.has(person.id));
  const next = new Set(free.slice(0, Math.max(1, seats.filter(({ state }) => state === 'vacant').length)).map(({ person }) => person.id));
  return sorted.map((candidate) => ({ ...candidate, suggested: next.has(candidate.person.id) && candidate.refusal === undefined }));
}
