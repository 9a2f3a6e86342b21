import type { CaseState } from '@careway/engine';
import { stateOf } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { PersonRecord } from '../runtime.js';
import { organisationSubject } from '../scope/viewer-scope.js';
import type { Erased } from './erased.js';

/** Somebody to be erased, and the cases that tell of them. */
export interface FoundPerson extends Erased {
  readonly cases: ReadonlySet<string>;
}

const casesAtMost = 100_000;
const recordsAtMost = 1000;

/**
 * Everything under which somebody is known: who files for themselves with an account is one person with the row of the same name, though
 * account and identity number give two opaque ids. @param from the case by which somebody was named; its parent and children tell of them too
 */
export async function findPerson(parts: TenantParts, subject: string, from: string): Promise<FoundPerson> {
  const subjects = new Set<string>();
  const names = new Set<string>();
  const cases = new Set<string>(await family(parts, from));
  const waiting = [subject];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (subjects.has(next)) continue;
    subjects.add(next);
    const account = await parts.store.people.byId(next);
    for (const name of await namesBeside(parts, next, account)) names.add(name);
    // An agent is in the cases of the organisation.
    const terms = [next, ...(account?.organisations ?? []).map(({ key }) => organisationSubject(key))];
    for (const term of terms) for (const caseId of await parts.store.cases.find(`s:${term}`, casesAtMost)) cases.add(caseId);
    for (const caseId of cases) {
      const known = await inCase(parts, caseId, subjects);
      for (const name of known.names) names.add(name);
      waiting.push(...known.subjects);
    }
  }
  return { subjects, names, cases };
}

async function family(parts: TenantParts, caseId: string): Promise<readonly string[]> {
  const state = stateOf(await parts.store.cases.load(caseId));
  const parent = state?.parent && stateOf(await parts.store.cases.load(state.parent.caseId));
  const children = [state, parent].flatMap((known) => known?.children ?? []).flatMap((child) => child.caseId ?? []);
  return [caseId, ...(state?.parent ? [state.parent.caseId] : []), ...children];
}

/** Names in registers and of an account. */
async function namesBeside({ store }: TenantParts, subject: string, account: PersonRecord | undefined): Promise<readonly string[]> {
  const records = isOrganisation(subject) ? [] : await store.registers.about(subject, recordsAtMost);
  return [...records.map(({ name }) => name), ...(account ? [account.name] : [])].filter((name) => name !== '');
}

/** An organisation is no person: its name stays where others wrote it. */
function isOrganisation(subject: string): boolean {
  return subject.startsWith('org:');
}

/** What one case calls these people, and under which other ids it knows them. */
async function inCase(
  parts: TenantParts,
  caseId: string,
  subjects: ReadonlySet<string>,
): Promise<{ readonly names: readonly string[]; readonly subjects: readonly string[] }> {
  const state = stateOf(await parts.store.cases.load(caseId));
  if (!state) return { names: [], subjects: [] };
  const fact = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name;
  const rows = rowsOf(state, fact);
  const parties = partiesOf(state);
  const known = [...parties, ...rows].filter(({ subject }) => subjects.has(subject));
  const names = known.flatMap(({ name }) => name ?? []);
  // Of a case with one row only: two people in a roster may well have one name.
  const linked = rows.length === 1 ? [...parties, ...rows].filter(({ name }) => name !== undefined && names.includes(name)) : [];
  return { names: [...names, ...(await objectorsOf(parts, caseId, subjects))], subjects: linked.map(({ subject }) => subject) };
}

interface Known {
  readonly subject: string;
  readonly name: string | undefined;
}

function partiesOf({ parties }: CaseState): readonly Known[] {
  return parties.flatMap(({ kind, subject, name }) => (kind === 'person' ? [{ subject, name }] : []));
}

function rowsOf({ items }: CaseState, fact: string | undefined): readonly Known[] {
  return items.map(({ subject, facts }) => {
    const name = fact === undefined ? undefined : facts[fact]?.value;
    return { subject, name: typeof name === 'string' ? name : undefined };
  });
}

async function objectorsOf({ store }: TenantParts, caseId: string, subjects: ReadonlySet<string>): Promise<readonly string[]> {
  if (![...subjects].some((subject) => subject.includes(':objector:'))) return [];
  const acts = (await store.cases.commits(caseId)).flatMap((commit) => commit.acts);
  return acts.flatMap(({ slots: { objector } }) => {
    const name = objector && subjects.has(objector.subject) ? (objector.value as { readonly name?: string } | undefined)?.name : undefined;
    return name === undefined ? [] : [name];
  });
}
