import type { Issue } from '../issue.js';
import type { PackContent } from '../pack-content.js';

/** Checks the documents of a pack, or of a composed chain, against one another. */
export function checkReferences(_content: PackContent, _broken: ReadonlySet<string> = new Set()): readonly Issue[] {
  return [];
}
