import { routes, type Route } from '@careway/server';
import { readPdf, type TestAnswer, type TestClient } from '@careway/server/testing';

/** What somebody might type or guess who wants to know about a case. */
export interface Guesses {
  /** Ids of what holds other things: a case, registers, forms. */
  readonly holders: readonly string[];
  readonly ids: readonly string[];
  /** Typed into searches. */
  readonly words: readonly string[];
}

export interface Read {
  readonly route: string;
  /** As it was asked; queries included. */
  readonly path: string;
  readonly status: number;
  readonly code: string | undefined;
  /** Everything of the answer that somebody can read: headers, body, the text of a PDF. */
  readonly text: string;
}

const WRONG = '0'.repeat(32);
const reads = routes.filter(({ method }) => method === 'get');

/** Calls every GET route of the table with every guess, in the viewer's name. */
export async function readEverything(client: TestClient, guesses: Guesses): Promise<readonly Read[]> {
  const found: Read[] = [];
  for (const route of reads) {
    for (const path of pathsOf(route, guesses)) {
      const answer = await read(client, route, path);
      found.push(answer);
      // said before anything is looked up, whatever the id: the permission matrix has each of these
      if (answer.code === 'ROLE_MISSING' || answer.code === 'LOGIN_REQUIRED') break;
    }
  }
  return found;
}

/** What each GET route answers to ids that name nothing, by its id. */
export async function readNothing(client: TestClient): Promise<ReadonlyMap<string, Read>> {
  const wrong: Guesses = { holders: [WRONG], ids: [WRONG], words: [] };
  const found = new Map<string, Read>();
  for (const route of reads) {
    const [path = route.path] = pathsOf(route, wrong);
    found.set(route.id, await read(client, route, path));
  }
  return found;
}

async function read(client: TestClient, route: Route, path: string): Promise<Read> {
  const answer = await client.get(path);
  const code = answer.json['code'];
  return { route: route.id, path, status: answer.status, code: typeof code === 'string' ? code : undefined, text: textOf(answer) };
}

function textOf({ headers, bytes, text }: TestAnswer): string {
  const told = [...headers.values()];
  const name = decodeURIComponent(headers.get('content-disposition') ?? '');
  const isPdf = headers.get('content-type')?.startsWith('application/pdf') ?? false;
  const body = isPdf ? readPdf(bytes).pages.map((page) => page.text) : [text];
  return [...told, name, ...body].join('\n');
}

/** Every path of a route: the first of several parameters is what holds the rest. Queries are asked of what holds other things. */
function pathsOf({ path, query }: Route, { holders, ids, words }: Guesses): readonly string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([name]) => name);
  const queries = queriesOf(query as QuerySchema | undefined, { ids: [...holders, ...ids], words });
  const filled = (pool: readonly string[]) =>
    names.reduce<readonly string[]>(
      (paths, name, index) =>
        paths.flatMap((half) => (index < names.length - 1 ? holders : pool).map((id) => half.replace(name, encodeURIComponent(id)))),
      [path],
    );
  const [bare = '', ...asked] = queries;
  return [
    ...filled([...holders, ...ids]).map((whole) => `${whole}${bare}`),
    ...filled(holders).flatMap((whole) => asked.map((q) => `${whole}${q}`)),
  ];
}

interface QuerySchema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[]; readonly type: string; readonly maxLength?: number }>>;
}

function queriesOf(schema: QuerySchema | undefined, { ids, words }: Pick<Guesses, 'ids' | 'words'>): readonly string[] {
  if (!schema) return [''];
  const valuesOf = (name: string): readonly string[] => {
    const property = schema.properties[name];
    if (property?.enum) return property.enum;
    if (property?.type === 'integer') return ['200'];
    return property?.maxLength === 200 ? [...words, ...ids] : words;
  };
  const always = (schema.required ?? []).map((name) => [name, valuesOf(name)[0] ?? WRONG] as const);
  const asked = Object.keys(schema.properties).flatMap((name) => valuesOf(name).map((value) => [...always, [name, value] as const]));
  return [always, ...asked].map((pairs) =>
    pairs.length > 0 ? `?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}` : '',
  );
}
