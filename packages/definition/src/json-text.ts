/** A problem in the text of a JSON file, with where it lies. */
export interface JsonProblem {
  readonly code: 'JSON_MALFORMED' | 'JSON_DUPLICATE_KEY' | 'JSON_FORBIDDEN_KEY' | 'JSON_TOO_DEEP';
  /** JSON Pointer of the value at fault. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Names that could reach an object's prototype; refused as keys anywhere. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** One segment of a JSON Pointer, escaped (RFC 6901). */
export const pointerSegment = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

interface Reader {
  readonly source: string;
  readonly maxDepth: number;
  at: number;
  readonly problems: JsonProblem[];
}

class Malformed extends Error {
  constructor(
    readonly code: 'JSON_MALFORMED' | 'JSON_TOO_DEEP',
    readonly path: string,
    readonly params: Record<string, string | number>,
  ) {
    super(code);
  }
}

/**
 * Reads JSON text, strictly by RFC 8259, and tells what `JSON.parse` keeps silent about: duplicate keys and keys that
 * reach a prototype (at most 100 of them). Never throws. `value` is missing where the text is malformed or too deep.
 */
export function readJson(source: string, maxDepth = 60): { readonly value?: unknown; readonly problems: readonly JsonProblem[] } {
  const reader: Reader = { source, maxDepth, at: source.startsWith('\uFEFF') ? 1 : 0, problems: [] };
  try {
    skipSpace(reader);
    const value = readValue(reader, '', 0);
    skipSpace(reader);
    if (reader.at < source.length) fail(reader, '', 'text after the end of the value');
    return { value, problems: reader.problems };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    reader.problems.push({ code: error.code, path: error.path, params: error.params });
    return { problems: reader.problems };
  }
}

const maxProblems = 100;

// Finding a line costs a pass over the text: a hostile file may not ask for it without end.
function tell(reader: Reader, problem: () => JsonProblem): void {
  if (reader.problems.length < maxProblems) reader.problems.push(problem());
}

function place(reader: Reader, at: number): { line: number; column: number } {
  const before = reader.source.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

function fail(reader: Reader, path: string, reason: string): never {
  throw new Malformed('JSON_MALFORMED', path, { ...place(reader, reader.at), reason });
}

function skipSpace(reader: Reader): void {
  const space = /[ \t\r\n]*/y;
  space.lastIndex = reader.at;
  space.test(reader.source);
  reader.at = space.lastIndex;
}

function readValue(reader: Reader, path: string, depth: number): unknown {
  if (depth > reader.maxDepth) throw new Malformed('JSON_TOO_DEEP', path, { limit: reader.maxDepth });
  const first = reader.source[reader.at];
  if (first === '{') return readObject(reader, path, depth);
  if (first === '[') return readArray(reader, path, depth);
  if (first === '"') return readString(reader, path);
  return readScalar(reader, path);
}

function readScalar(reader: Reader, path: string): unknown {
  const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  scalar.lastIndex = reader.at;
  const found = scalar.exec(reader.source);
  if (!found) return fail(reader, path, reader.at >= reader.source.length ? 'unexpected end' : 'a value is expected');
  const value = JSON.parse(found[0]) as unknown;
  if (typeof value === 'number' && !Number.isFinite(value)) return fail(reader, path, 'the number is too large');
  reader.at = scalar.lastIndex;
  return value;
}

function readString(reader: Reader, path: string): string {
  const start = reader.at;
  let at = start + 1;
  while (at < reader.source.length && reader.source[at] !== '"') at += reader.source[at] === '\\' ? 2 : 1;
  if (at >= reader.source.length) return fail(reader, path, 'the text is not closed');
  try {
    const value = JSON.parse(reader.source.slice(start, at + 1)) as string;
    reader.at = at + 1;
    return value;
  } catch {
    return fail(reader, path, 'the text holds a line break or a wrong escape');
  }
}

function readArray(reader: Reader, path: string, depth: number): unknown[] {
  const values: unknown[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (reader.source[reader.at] === ']') {
    reader.at += 1;
    return values;
  }
  for (;;) {
    skipSpace(reader);
    values.push(readValue(reader, `${path}/${values.length}`, depth + 1));
    if (!moreFollows(reader, path, ']')) return values;
  }
}

function readObject(reader: Reader, path: string, depth: number): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  reader.at += 1;
  skipSpace(reader);
  if (reader.source[reader.at] === '}') {
    reader.at += 1;
    return {};
  }
  for (;;) {
    skipSpace(reader);
    const start = reader.at;
    if (reader.source[start] !== '"') fail(reader, path, 'a key in double quotes is expected');
    const key = readString(reader, path);
    const child = `${path}/${pointerSegment(key)}`;
    if (forbiddenKeys.has(key)) tell(reader, () => ({ code: 'JSON_FORBIDDEN_KEY', path: child, params: { key } }));
    if (entries.has(key)) tell(reader, () => ({ code: 'JSON_DUPLICATE_KEY', path: child, params: { key, ...place(reader, start) } }));
    skipSpace(reader);
    if (reader.source[reader.at] !== ':') fail(reader, child, 'a colon is expected');
    reader.at += 1;
    skipSpace(reader);
    const value = readValue(reader, child, depth + 1);
    if (!forbiddenKeys.has(key)) entries.set(key, value);
    if (!moreFollows(reader, path, '}')) return Object.fromEntries(entries);
  }
}

function moreFollows(reader: Reader, path: string, close: string): boolean {
  skipSpace(reader);
  const next = reader.source[reader.at];
  if (next !== ',' && next !== close) fail(reader, path, `a comma or ${close} is expected`);
  reader.at += 1;
  return next === ',';
}
