import type { ProcedureState } from '../types/state.js';
import { tallyVotes } from '../votes/tally.js';
import type { Journal } from './journal.js';
import { areaOfRole } from './roles.js';
import { closeTasks, openTask } from './tasks.js';

/** Tasks for the seats whose turn it is and that have none. */
export function openProcedureTasks(journal: Journal, procedure: ProcedureState, step: string): void {
  const definition = journal.compiled.procedures.get(procedure.procedure);
  if (!definition) return;
  for (const seat of tallyVotes(definition.decide, procedure.votes).open) {
    const known = journal.state.tasks.some((task) => task.procedure === procedure.id && task.seat === seat.id);
    if (known) continue;
    const area = areaOfRole(journal.ctx.organisation, journal.state.areaPath, seat.role);
    openTask(journal, {
      kind: 'procedure',
      step,
      seat: seat.id,
      role: seat.role,
      area,
      procedure: procedure.id,
      ...(procedure.clock === undefined ? {} : { clock: procedure.clock }),
    });
  }
}

export function closeProcedure(journal: Journal, id: string, outcome: 'granted' | 'refused' | 'canceled'): void {
  closeTasks(journal, (task) => task.procedure === id, outcome === 'canceled' ? 'canceled' : 'done');
  journal.record('ProcedureClosed', { id, outcome });
}

/** A procedure about a clock that has ended has lost its object. */
export function cancelProcedures(journal: Journal, clock: string): void {
  for (const procedure of journal.state.procedures) if (procedure.clock === clock) closeProcedure(journal, procedure.id, 'canceled');
}
