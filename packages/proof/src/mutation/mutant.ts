import type { ComposedPack, LocalizedText } from '@careway/definition';

/** One small change of a pack that some scenario should notice. */
export interface Mutant {
  /** Stable: document, place and change. */
  readonly id: string;
  readonly description: LocalizedText;
  /** Coverage keys: only scenarios that reach one of them can notice. */
  readonly touches: readonly string[];
  /** Of a change of a decision: its id. The decision's own examples can notice it too. */
  readonly decision?: string;
  /** The changed pack; nothing of the original is altered. */
  readonly apply: () => ComposedPack;
}

type Documents = {
  [K in 'workflows' | 'decisions' | 'services' | 'remedies']: ComposedPack[K] extends ReadonlyMap<string, infer D> ? D : never;
};

const PREFIX = { workflows: 'workflow', decisions: 'decision', services: 'service', remedies: 'remedy' } as const;

/** A pack with one document replaced. Its hashes differ, since engines remember by hash. */
export function withDocument<K extends keyof Documents>(
  composed: ComposedPack,
  kind: K,
  { id, document, mark }: { id: string; document: Documents[K]; mark: string },
): ComposedPack {
  const documents = new Map(composed[kind] as ReadonlyMap<string, Documents[K]>).set(id, document);
  const key = `${PREFIX[kind]}:${id}`;
  const documentHashes = new Map(composed.documentHashes).set(key, `${composed.documentHashes.get(key) ?? key}#${mark}`);
  return { ...composed, [kind]: documents, documentHashes };
}

/** Changes deep inside a document, without touching the original. */
export function changed<D>(document: D, change: (copy: Mutable<D>) => void): D {
  const copy = JSON.parse(JSON.stringify(document)) as Mutable<D>;
  change(copy);
  return copy as D;
}

export type Mutable<T> = T extends readonly (infer E)[] ? Mutable<E>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
