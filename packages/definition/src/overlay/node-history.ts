import { hashDocument } from '../hash.js';
import type { Issue, LocalizedText } from '../issue.js';
import { packIssue } from '../issue-catalogue.js';

/**
 * The states that nodes had while operations were applied: two changes of one row may both be written against the row as it was, and a
 * later one against what an earlier one made of it.
 */
export class NodeHistory {
  readonly #states = new Map<string, Set<string>>();

  /** Keeps the present state of a node before it is changed. */
  keep(node: string, value: unknown): void {
    const known = this.#states.get(node) ?? new Set<string>();
    known.add(hashDocument(value));
    this.#states.set(node, known);
  }

  /** Whether the node has, or had here, the content that an operation was written against. */
  fits(node: string, value: unknown, expects: string | undefined): boolean {
    return expects === undefined || hashDocument(value) === expects || this.#states.get(node)?.has(expects) === true;
  }
}

/** The node is no longer what the operation was written against: who wrote it must look again. */
export function staleIssue(path: string, label: LocalizedText, now: LocalizedText): Issue {
  const params = { labelZh: label['zh-CN'], label: label.en, nowZh: now['zh-CN'], now: now.en };
  return packIssue('OVERLAY_STALE', `${path}/expects`, params, { file: 'overlay.json' });
}
