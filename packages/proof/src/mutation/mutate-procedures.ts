import type { ComposedPack, WorkflowDefinition } from '@careway/definition';
import { writeChanges } from './mutate-writes.js';
import { otherRole } from './other-role.js';
import type { WorkflowChange } from './workflow-change.js';

/** Who asks for a side procedure and decides on it, how often, and what follows, a little different. */
export function* procedureChanges(composed: ComposedPack, workflow: WorkflowDefinition): Iterable<WorkflowChange> {
  for (const [index, procedure] of (workflow.procedures ?? []).entries()) {
    const touches = [`procedure:${procedure.id}`];
    const place = `procedures/${procedure.id}`;
    const asks = otherRole(composed, procedure.request.role);
    yield {
      place: `${place}/request`,
      from: procedure.request.role,
      to: asks,
      touches,
      change: (copy) => void (copy.procedures![index]!.request.role = asks),
    };
    for (const [seat, { role }] of procedure.decide.seats.entries()) {
      const to = otherRole(composed, role);
      yield {
        place: `${place}/seats/${seat}`,
        from: role,
        to,
        touches,
        change: (copy) => void (copy.procedures![index]!.decide.seats[seat]!.role = to),
      };
    }
    const { times } = procedure;
    if (times !== undefined) {
      yield {
        place: `${place}/times`,
        from: String(times),
        to: String(times + 1),
        touches,
        change: (copy) => void (copy.procedures![index]!.times = times + 1),
      };
    }
    yield* writeChanges({
      writes: procedure.writes,
      place,
      touches,
      of: (copy) => copy.procedures?.[index]?.writes,
    });
    for (const [letter, id] of (procedure.letters ?? []).entries()) {
      yield {
        place: `${place}/letters/${id}`,
        from: id,
        to: '(none)',
        touches,
        change: (copy) => void copy.procedures![index]!.letters?.splice(letter, 1),
      };
    }
    const { to: target } = procedure;
    const elsewhere = workflow.steps.find(({ id, kind }) => id !== target && (kind === 'end') === isEnd(workflow, target))?.id;
    if (target !== undefined && elsewhere !== undefined) {
      yield {
        place: `${place}/to`,
        from: target,
        to: elsewhere,
        touches,
        change: (copy) => void (copy.procedures![index]!.to = elsewhere),
      };
    }
  }
}

function isEnd(workflow: WorkflowDefinition, step: string | undefined): boolean {
  return workflow.steps.find(({ id }) => id === step)?.kind === 'end';
}

/** Who may correct a clerical error, and whether it is told, a little different. */
export function* correctionChanges(composed: ComposedPack, { corrections }: WorkflowDefinition): Iterable<WorkflowChange> {
  if (!corrections) return;
  const touches = ['correction:corrections'];
  const to = otherRole(composed, corrections.role);
  yield { place: 'corrections/role', from: corrections.role, to, touches, change: (copy) => void (copy.corrections!.role = to) };
  for (const [index, id] of (corrections.letters ?? []).entries()) {
    yield {
      place: `corrections/letters/${id}`,
      from: id,
      to: '(none)',
      touches,
      change: (copy) => void copy.corrections!.letters?.splice(index, 1),
    };
  }
}
