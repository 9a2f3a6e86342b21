import type { LetterDefinition } from '../schemas/letter.js';
import type { WorkflowDefinition } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

const placeholders: ReadonlySet<string> = new Set([
  'number',
  'case',
  'service',
  'applicant',
  'date',
  'total',
  'totalInWords',
  'reason',
  'list',
  'due',
  'office',
]);

/** The recipient is a party of every workflow that issues the letter; sequence, remedies and placeholders exist. */
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
  }
}

function issues(workflow: WorkflowDefinition, letter: string): boolean {
  return workflow.steps.some((step) => (step.actions ?? []).some((action) => (action.letters ?? []).includes(letter)));
}

function checkPlaceholder(
  check: DocumentCheck,
  { name, path, issuers }: { name: string; path: string; issuers: readonly WorkflowDefinition[] },
): void {
  if (placeholders.has(name)) return;
  if (name.startsWith('area:')) {
    const level = name.slice('area:'.length);
    const { levels = [] } = check.scope.content.organisation ?? {};
    check.refer(
      'level',
      level,
      path,
      levels.some(({ id }) => id === level),
    );
    return;
  }
  if (!name.startsWith('fact:')) {
    check.report('PLACEHOLDER_UNKNOWN', path, { name: `{${name}}` });
    return;
  }
  const fact = name.slice('fact:'.length);
  for (const { facts } of issuers)
    check.refer(
      'fact',
      fact,
      path,
      facts.some(({ id }) => id === fact),
    );
}
