import type { Instance } from '../instance.js';
import { refuse } from '../problem.js';

const window = 15 * 60 * 1000;
const allowed = 10;
const remembered = 10_000;

interface Failures {
  count: number;
  since: number;
}

// one table per server instance; it need not survive a restart
const tables = new WeakMap<Instance, Map<string, Failures>>();

function tableOf(instance: Instance): Map<string, Failures> {
  let table = tables.get(instance);
  if (!table) {
    table = new Map();
    tables.set(instance, table);
  }
  return table;
}

/** Refuses the eleventh attempt within a quarter of an hour after ten wrong passwords for one log-in name, whatever address they came from. */
export function checkLockout(instance: Instance, login: string): void {
  const failures = tableOf(instance).get(login);
  if (!failures) return;
  const rest = failures.since + window - instance.now();
  if (rest <= 0) tableOf(instance).delete(login);
  else if (failures.count >= allowed) {
    const seconds = Math.ceil(rest / 1000);
    refuse('TOO_MANY_ATTEMPTS', { seconds }, { 'Retry-After': String(seconds) });
  }
}

/** Counts a wrong password. The oldest entry goes when ten thousand names are remembered. */
export function countFailure(instance: Instance, login: string): void {
  const table = tableOf(instance);
  const known = table.get(login);
  if (known) known.count += 1;
  else table.set(login, { count: 1, since: instance.now() });
  const oldest = table.keys().next();
  if (table.size > remembered && !oldest.done) table.delete(oldest.value);
}

/** Forgets the failures of a name that has logged in. */
export const clearFailures = (instance: Instance, login: string): void => void tableOf(instance).delete(login);
