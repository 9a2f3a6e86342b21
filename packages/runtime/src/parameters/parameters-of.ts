import type { ComposedPack } from '@careway/definition';
import { listParameters } from './list-parameters.js';
import type { Parameter } from './parameter.js';

const known = new WeakMap<ComposedPack, ReadonlyMap<string, Parameter>>();

/** The figures of a pack by their address; listed once a pack. */
export function parametersOf(pack: ComposedPack): ReadonlyMap<string, Parameter> {
  const found = known.get(pack) ?? new Map(listParameters(pack).map((parameter) => [parameter.key, parameter]));
  known.set(pack, found);
  return found;
}
