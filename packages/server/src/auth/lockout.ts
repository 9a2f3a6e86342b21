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

/**
 * Refuses the eleventh attempt within a quarter of an hour after ten wrong secrets for one name, whatever address they came from: wrong
 * passwords for a log-in, wrong codes for the number of a case.
 */
export function checkLockout(instance: Instance, name: string): void {
  const failures = tableOf(instance).get(name);
  if (!failures) return;
  const rest = failures.since + window - instance.now();
  if (rest <= 0) tableOf(instance).delete(name);
  else if (failures.count >= allowed) {
    const seconds = Math.ceil(rest / 1000);
    refuse('TOO_MANY_ATTEMPTS', { seconds }, { 'Retry-After': String(seconds) });
  }
}

/** Counts a wrong secret. The oldest entry goes when ten thousand names are remembered. */
export function countFailure(instance: Instance, name: string): void {
  const table = tableOf(instance);
  const known = table.get(name);
  if (known) known.count += 1;
  else table.set(name, { count: 1, since: instance.now() });
  const oldest = table.keys().next();
  if (table.size > remembered && !oldest.done) table.delete(oldest.value);
}

/** Forgets the failures of a name whose secret was right. */
export const clearFailures = (instance: Instance, name: string): void => void tableOf(instance).delete(name);
