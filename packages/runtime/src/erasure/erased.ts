/** Somebody whose personal values go: every opaque id and every name under which a case knows them. */
export interface Erased {
  readonly subjects: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** A name of one character would be found everywhere. */
const shortestName = 2;

/** Whether one of the names stands in a value, wherever it is in it. */
export function names({ names: known }: Erased, value: unknown): boolean {
  if (known.size === 0 || value === undefined) return false;
  const texts = JSON.stringify(value);
  return [...known].some((name) => name.length >= shortestName && texts.includes(JSON.stringify(name).slice(1, -1)));
}
