import { canonicalJson } from './hash.js';
import { pointerSegment } from './json-text.js';

/** A node of a document that was added, removed or changed; the path names nodes of lists by their stable id. */
export interface NodeDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The smallest nodes in which two JSON values differ, in the order of the older one, new ones last. */
export function nodeDifferences(before: unknown, after: unknown, path = ''): readonly NodeDifference[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const old = childrenOf(before);
  const fresh = childrenOf(after);
  if (!old || !fresh || old.named !== fresh.named) return [{ kind: 'changed', path, before, after }];
  const found: NodeDifference[] = [];
  for (const [key, child] of old.nodes) {
    const under = `${path}/${pointerSegment(key)}`;
    if (fresh.nodes.has(key)) found.push(...nodeDifferences(child, fresh.nodes.get(key), under));
    else found.push({ kind: 'removed', path: under, before: child });
  }
  for (const [key, child] of fresh.nodes)
    if (!old.nodes.has(key)) found.push({ kind: 'added', path: `${path}/${pointerSegment(key)}`, after: child });
  const order = (nodes: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...nodes.keys()].filter((key) => other.has(key));
  const [was, is] = [order(old.nodes, fresh.nodes), order(fresh.nodes, old.nodes)];
  if (old.named && was.join('/') !== is.join('/')) found.push({ kind: 'changed', path, before: was, after: is });
  return found;
}

interface Children {
  readonly nodes: ReadonlyMap<string, unknown>;
  /** A list whose nodes are paired by id. */
  readonly named: boolean;
}

function childrenOf(value: unknown): Children | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return { nodes: new Map(Object.entries(value)), named: false };
  const nodes = new Map<string, unknown>();
  for (const node of value as unknown[]) {
    const id = identityOf(node);
    if (id === undefined || nodes.has(id)) return undefined;
    nodes.set(id, node);
  }
  return { nodes, named: true };
}

function identityOf(element: unknown): string | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  for (const key of ['id', 'param', 'field', 'value', 'date'] as const) {
    const id = (element as Readonly<Record<string, unknown>>)[key];
    if (typeof id === 'string') return id;
  }
  return undefined;
}
