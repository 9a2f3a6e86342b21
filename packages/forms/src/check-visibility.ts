import type { FormDefinition, Issue } from '@careway/definition';
import { checkExpression, factsOf, parseExpression } from '@careway/rules';
import { formDocumentIssue } from './form-document-messages.js';
import { fieldDeclarations } from './visibility.js';

/** Whether every `visibleWhen` parses, reads only fields that come before it and yields true or false. */
export function checkVisibility(form: FormDefinition): Issue[] {
  const declared = fieldDeclarations(form);
  return form.fields.flatMap(({ visibleWhen }, index) => {
    if (visibleWhen === undefined) return [];
    const path = `/fields/${index}/visibleWhen`;
    const { ast, issues } = parseExpression(visibleWhen);
    if (!ast) return (issues ?? []).map((issue) => ({ ...issue, path }));
    const earlier = new Set(form.fields.slice(0, index).map(({ id }) => id));
    const later = [...factsOf(ast)].filter((id) => declared.has(id) && !earlier.has(id));
    if (later.length > 0) return later.map((id) => formDocumentIssue('VISIBILITY_REFERS_LATER', path, { id }));
    return (checkExpression(ast, { declared, expected: 'boolean' }).issues ?? []).map((issue) => ({ ...issue, path }));
  });
}
