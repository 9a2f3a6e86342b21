import { chooseDecisions } from './choose-decisions.js';
import { changesBetween, type PackChange } from './pack-changes.js';
import { checkReferences } from './checks/check-references.js';
import type { ComposedPack, Pack } from './documents.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import { applyOperations } from './overlay/apply-operations.js';
import { collectionKinds, documentsOf, emptyDraft, hashDocuments, hashPack, type PackDraft } from './pack-content.js';
import { sortIssues } from './parse-pack.js';

export interface Composition {
  /** Missing where any issue is an error. */
  readonly composed?: ComposedPack;
  readonly issues: readonly Issue[];
}

/**
 * Lays overlays over a base: a whole document replaces the one of the same kind and id before it (a remedy each by its id), then
 * the operations of overlay.json apply. References are checked on the result. Deterministic: the same chain gives the same hash.
 * @param chain base first, then each overlay on the pack before it.
 */
export function composePacks(chain: readonly Pack[]): Composition {
  const [base, ...overlays] = chain;
  if (!base || base.manifest.kind !== 'base' || overlays.some((pack) => pack.manifest.kind !== 'overlay')) {
    return { issues: [packIssue('CHAIN_ORDER', '', {}, { file: 'pack.json' })] };
  }
  const issues: Issue[] = [];
  const changes: PackChange[] = [];
  let draft = layOver(emptyDraft(base.manifest), base);
  let previous = base;
  for (const [index, pack] of overlays.entries()) {
    const layer = index + 1;
    issues.push(...extendsIssues(pack, previous));
    changes.push(...changesBetween(draft, pack).map((change) => ({ ...change, layer })));
    draft = layOver(draft, pack);
    const applied = applyOperations(draft, pack.overlay?.operations ?? []);
    issues.push(...applied.issues);
    changes.push(...applied.changes.map((change) => ({ ...change, layer })));
    previous = pack;
  }
  const links = chain.map(({ manifest: { id, version, label }, hash }) => ({ id, version, hash, label }));
  return composition({ draft, chain: links, changes, issues });
}

export interface CompositionParts {
  readonly draft: PackDraft;
  readonly chain: ComposedPack['chain'];
  readonly changes: readonly PackChange[];
  /** Found so far. */
  readonly issues: readonly Issue[];
}

/** Checks the references of a draft that is put together; sound, it becomes a composed pack with its hashes. */
export function composition({ draft, chain, changes, issues: found }: CompositionParts): Composition {
  chooseDecisions(draft);
  const issues = [...found, ...checkReferences(draft)];
  const { organisation } = draft;
  if (!organisation) issues.push(packIssue('ORGANISATION_MISSING', '', {}, { file: 'organisation.json' }));
  const sorted = sortIssues(issues);
  if (!organisation || sorted.some((issue) => issue.severity === 'error')) return { issues: sorted };
  const documentHashes = hashDocuments(draft);
  return { composed: { ...draft, organisation, hash: hashPack(documentHashes), chain, documentHashes, changes }, issues: sorted };
}

function layOver(below: PackDraft, pack: Pack): PackDraft {
  const draft = emptyDraft(pack.manifest);
  const organisation = pack.organisation ?? below.organisation;
  if (organisation) draft.organisation = organisation;
  if (pack.overlay) draft.overlay = pack.overlay;
  for (const kind of collectionKinds) {
    const into = documentsOf(draft, kind) as Map<string | number, unknown>;
    for (const [id, document] of documentsOf(below, kind)) into.set(id, document);
    for (const [id, document] of documentsOf(pack, kind)) into.set(id, document);
  }
  for (const [key, file] of [...below.files, ...pack.files]) if (key !== 'overlay' || pack.overlay) draft.files.set(key, file);
  // The samples of a form that is replaced were written for the old one.
  for (const [form, fixtures] of below.fixtures) if (!pack.forms.has(form)) draft.fixtures.set(form, fixtures);
  for (const [form, fixtures] of pack.fixtures) draft.fixtures.set(form, fixtures);
  return draft;
}

function extendsIssues(pack: Pack, previous: Pack): Issue[] {
  const wanted = pack.manifest.extends;
  if (!wanted) return [packIssue('PACK_EXTENDS_MISSING', '/extends', {}, { file: 'pack.json' })];
  const { id, version } = previous.manifest;
  const fits = wanted.pack === id && wanted.version === version && (wanted.hash === undefined || wanted.hash === previous.hash);
  if (fits) return [];
  const tell = (name: string, number: string, hash?: string) => `${name} ${number}${hash === undefined ? '' : ` ${hash.slice(0, 12)}`}`;
  const params = { wanted: tell(wanted.pack, wanted.version, wanted.hash), found: tell(id, version, previous.hash) };
  return [packIssue('EXTENDS_MISMATCH', '/extends', params, { file: 'pack.json' })];
}
