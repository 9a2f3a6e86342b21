import type { ComposedPack } from '@careway/definition';
import { addDays, type Calendars } from '@careway/engine';
import type { Parameter } from '../parameters/parameter.js';
import { valueWords } from '../parameters/parameter-value.js';
import type { PreviewView } from '../views.js';
import type { ResolvedChange } from './compose-proposal.js';

type Days = PreviewView['days'][number];

/** What changed parameters of procedures mean: of a time limit, the last day when it begins on the day the change takes effect. */
export function dayExamples(
  changes: readonly ResolvedChange[],
  input: { readonly pack: ComposedPack; readonly from: string; readonly calendars: Calendars },
): readonly Days[] {
  return changes.flatMap(({ parameter, value }) => {
    if (!parameter || parameter.address.kind !== 'param') return [];
    const example = limitExample(parameter, value, input);
    const words = { before: valueWords(parameter, parameter.value), after: valueWords(parameter, value) };
    return [{ label: parameter.label, ...words, ...(example ? { example } : {}) }];
  });
}

function limitExample(
  { address, value: old }: Parameter,
  value: string,
  { pack, from, calendars }: { readonly pack: ComposedPack; readonly from: string; readonly calendars: Calendars },
): Days['example'] {
  if (address.kind !== 'param') return undefined;
  const clock = pack.workflows.get(address.workflow)?.clocks.find(({ param }) => param === address.param);
  if (!clock || clock.unit === 'hour') return undefined;
  const { unit, rollover = false } = clock;
  const [before, after] = [old, value].map((amount) => addDays(from, Number(amount), unit, { rollover, calendars }));
  return before && after && 'due' in before && 'due' in after ? { from, before: before.due, after: after.due } : undefined;
}
