import type { Issue } from '../issue.js';
import { documentsOf, type PackContent } from '../pack-content.js';
import { checkCalendar } from './check-calendar.js';
import { checkClauses } from './check-clauses.js';
import { checkDecision } from './check-decision.js';
import { checkEverywhere } from './check-everywhere.js';
import { checkForm } from './check-form.js';
import { checkLetter } from './check-letter.js';
import { checkOrganisation } from './check-organisation.js';
import { checkRegister } from './check-register.js';
import { checkRemedy } from './check-remedy.js';
import { checkScenario } from './check-scenario.js';
import { checkSchedule } from './check-schedule.js';
import { checkService } from './check-service.js';
import { checkWorkflow } from './check-workflow.js';
import { createScope, type DocumentCheck, documentCheck } from './scope.js';

const own = {
  workflow: checkWorkflow,
  decision: checkDecision,
  form: checkForm,
  service: checkService,
  letter: checkLetter,
  remedy: checkRemedy,
  clauses: () => undefined,
  calendar: checkCalendar,
  register: checkRegister,
  scenario: checkScenario,
  schedule: checkSchedule,
} as const;

/**
 * Checks the documents of a pack, or of a composed chain, against one another.
 * @param broken keys of documents that are there but could not be read; references to them are not told.
 */
export function checkReferences(content: PackContent, broken: ReadonlySet<string> = new Set()): readonly Issue[] {
  const scope = createScope(content, broken);
  checkClauses(scope);
  const remedies = remedyPaths(content);
  for (const [kind, checkOwn] of Object.entries(own) as [
    keyof typeof own,
    (check: DocumentCheck, document: never, path: string) => void,
  ][]) {
    for (const [id, document] of documentsOf(content, kind)) {
      const check = documentCheck(scope, `${kind}:${id}`);
      const path = kind === 'remedy' ? (remedies.get(String(id)) ?? '') : '';
      checkEverywhere(check, document, path);
      checkOwn(check, document as never, path);
    }
  }
  checkEverywhere(documentCheck(scope, 'pack'), content.manifest);
  if (content.organisation) {
    const check = documentCheck(scope, 'organisation');
    checkEverywhere(check, content.organisation);
    checkOrganisation(check, content.organisation);
  }
  for (const form of content.fixtures.keys()) {
    const known = content.forms.has(form) || broken.has(`form:${form}`);
    if (!known) documentCheck(scope, `fixture:${form}`).refer('form', form, '', known);
  }
  return scope.issues;
}

/** Where each remedy stands in its file, in the order in which they were read. */
function remedyPaths(content: PackContent): ReadonlyMap<string, string> {
  const counts = new Map<string | undefined, number>();
  const paths = new Map<string, string>();
  for (const id of content.remedies.keys()) {
    const file = content.files.get(`remedy:${id}`);
    const index = counts.get(file) ?? 0;
    counts.set(file, index + 1);
    paths.set(id, `/remedies/${index}`);
  }
  return paths;
}
