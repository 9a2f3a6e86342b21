import type { RegisterWrite, WorkflowDefinition, WrittenValue } from '@careway/definition';
import { nearTexts } from './mutate-figures.js';
import type { Mutable } from './mutant.js';
import type { WorkflowChange } from './workflow-change.js';

interface WritesPlace {
  readonly writes: readonly RegisterWrite[] | undefined;
  readonly place: string;
  readonly touches: readonly string[];
  /** The same writes in a copy of the workflow. */
  readonly of: (copy: Mutable<WorkflowDefinition>) => Mutable<RegisterWrite>[] | undefined;
}

/** What is written to registers, a little different: a field left out, a figure beside it, another unit, no condition, nothing at all. */
export function* writeChanges({ writes = [], place, touches, of }: WritesPlace): Iterable<WorkflowChange> {
  for (const [index, write] of writes.entries()) {
    const under = `${place}/writes/${write.id}`;
    const copyOf = (copy: Mutable<WorkflowDefinition>) => of(copy)?.[index] as Mutable<RegisterWrite>;
    yield { place: under, from: write.register, to: '(none)', touches, change: (copy) => void of(copy)?.splice(index, 1) };
    for (const [field, value] of Object.entries(write.set)) {
      const base = { place: `${under}/${field}`, from: wordsOf(value), touches };
      if (Object.keys(write.set).length > 1) yield { ...base, to: '(none)', change: (copy) => void delete copyOf(copy).set[field] };
      for (const to of nearValues(value)) {
        yield { ...base, to: wordsOf(to), change: (copy) => void (copyOf(copy).set[field] = to as Mutable<WrittenValue>) };
      }
    }
    const { when } = write;
    if (when === undefined) continue;
    const base = { place: `${under}/when`, from: when, touches };
    yield { ...base, to: '(none)', change: (copy) => void delete copyOf(copy).when };
    for (const to of nearTexts(when)) yield { ...base, to, change: (copy) => void (copyOf(copy).when = to) };
  }
}

function nearValues(value: WrittenValue): readonly WrittenValue[] {
  if (typeof value === 'string') return nearTexts(value);
  if (!('after' in value)) return [];
  return [{ ...value, unit: value.unit === 'month' ? 'day' : 'month' }];
}

function wordsOf(value: WrittenValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
