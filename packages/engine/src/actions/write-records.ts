import { computeWrites, requestWrites } from '../decide/record-writes.js';
import type { ActionRun } from './action-run.js';

/** Register records that the action writes, asked for after its own acts. */
export function writeRecords({ journal, step, action }: Pick<ActionRun, 'journal' | 'step' | 'action'>): void {
  requestWrites(journal, computeWrites(journal, action.writes), step.definition.id);
}
