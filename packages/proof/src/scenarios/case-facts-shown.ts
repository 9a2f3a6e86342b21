import type { CaseState, ClockState } from '@careway/engine';

/** Open tasks as `role@step` (or `party@step`), each once, sorted. */
export function taskWords(state: CaseState): string[] {
  return [...new Set(state.tasks.map((task) => `${task.role ?? task.party ?? '?'}@${task.step}`))].sort();
}

/** The due date of the clock that was started last under this id, or what keeps it from having one. */
export function clockWord(state: CaseState, clock: string): string {
  const last = state.clocks.findLast((known: ClockState) => known.clock === clock);
  if (!last) return 'none';
  if (last.status === 'running') return last.due ?? last.dueAt ?? 'undetermined';
  return last.status === 'canceled' ? 'ended' : last.status;
}

/** Clocks that were late at some time, by id, sorted. */
export function breachedClocks(state: CaseState): string[] {
  return [...new Set(state.clocks.filter((clock) => clock.breachedOn !== undefined).map(({ clock }) => clock))].sort();
}

/** Level that was told last of the clock that was started last under this id. */
export function escalatedWord(state: CaseState, clock: string): string {
  return String(state.clocks.findLast((known) => known.clock === clock)?.escalated ?? 0);
}

/** Sum of the amounts of rows that are neither refused nor split; decided rows count while they belong to the last decided batch. */
export function totalOf(state: CaseState, decided: string | undefined): string {
  if (decided !== undefined) return decided;
  const amounts = state.items.filter(({ status }) => status !== 'refused' && status !== 'split').map(({ result }) => result?.amount);
  return sumOf(amounts.filter((amount) => amount !== undefined));
}

function sumOf(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => {
    const [whole = '0', part = ''] = amount.split('.');
    return sum + BigInt(`${whole}${part.padEnd(scale, '0')}`);
  }, 0n);
  const digits = total.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
