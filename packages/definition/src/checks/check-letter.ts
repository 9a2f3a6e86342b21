import type { LetterDefinition } from '../schemas/letter.js';
import type { WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

const placeholders: ReadonlySet<string> = new Set([
  'number',
  'case',
  'service',
  'applicant',
  'date',
  'filed',
  'decided',
  'supersedes',
  'total',
  'totalInWords',
  'reason',
  'opinion',
  'clause',
  'list',
  'due',
  'office',
]);

/** The recipient is a party of every workflow that issues the letter; sequence, remedies, placeholders and facts exist. */
export function checkLetter(check: DocumentCheck, letter: LetterDefinition): void {
  const { scope } = check;
  const issuers = [...scope.content.workflows.values()].filter((workflow) => issues(workflow, letter.id));
  if (letter.delivery !== 'public') {
    for (const workflow of issuers)
      check.refer(
        'party',
        letter.to,
        '/to',
        workflow.parties.some(({ id }) => id === letter.to),
      );
  }
  if (letter.sequence !== undefined) check.refer('sequence', letter.sequence, '/sequence', exists.sequence(scope, letter.sequence));
  for (const [index, remedy] of (letter.remedies ?? []).entries()) {
    check.refer('remedy', remedy, `/remedies/${index}`, exists.remedy(scope, remedy));
  }
  for (const [index, part] of letter.body.entries()) {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const [, name = ''] of (part.text?.[locale] ?? '').matchAll(/\{([^{}]*)\}/g)) {
        checkPlaceholder(check, { name, path: `/body/${index}/text/${locale}`, issuers });
      }
    }
    for (const [at, name] of (part.facts ?? []).entries()) checkFact(check, { name, path: `/body/${index}/facts/${at}`, issuers });
  }
}

function issues(workflow: WorkflowDefinition, letter: string): boolean {
  const issuing = [...workflow.steps.flatMap((step) => step.actions ?? []), ...(workflow.procedures ?? []), workflow.corrections];
  return issuing.some((one) => one?.letters?.includes(letter));
}

interface Placeholder {
  readonly name: string;
  readonly path: string;
  readonly issuers: readonly WorkflowDefinition[];
}

function checkPlaceholder(check: DocumentCheck, { name, path, issuers }: Placeholder): void {
  if (placeholders.has(name)) return;
  const [kind = '', id] = name.split(':', 2);
  if (id === undefined || !Object.hasOwn(addressed, kind)) check.report('PLACEHOLDER_UNKNOWN', path, { name: `{${name}}` });
  else addressed[kind]?.(check, { name: id, path, issuers });
}

/** Placeholders that name something: it exists in every workflow that issues the letter. */
const addressed: Readonly<Record<string, (check: DocumentCheck, placeholder: Placeholder) => void>> = {
  area(check, { name, path }) {
    const { levels = [] } = check.scope.content.organisation ?? {};
    check.refer(
      'level',
      name,
      path,
      levels.some(({ id }) => id === name),
    );
  },
  fact: checkFact,
  party(check, { name, path, issuers }) {
    for (const { parties } of issuers)
      check.refer(
        'party',
        name,
        path,
        parties.some(({ id }) => id === name),
      );
  },
  result(check, { name, path, issuers }) {
    const { decisions } = check.scope.content;
    for (const { id: workflow } of issuers) {
      const outputs = [...decisions.values()]
        .filter((decision) => decision.workflow === workflow)
        .flatMap(({ tables, result }) => [result.id, ...tables.flatMap((table) => table.outputs.map(({ id }) => id))]);
      // the base may leave all tables to the city
      if (outputs.length > 0) check.refer('column', name, path, outputs.includes(name));
    }
  },
};

function checkFact(check: DocumentCheck, { name, path, issuers }: Placeholder): void {
  for (const { facts } of issuers)
    check.refer(
      'fact',
      name,
      path,
      facts.some(({ id }) => id === name),
    );
}
