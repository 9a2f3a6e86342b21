import type { FormDefinition, Issue } from '@careway/definition';
import { checkExpression, factsOf, parseExpression } from '@careway/rules';
import { formDocumentIssue } from './form-document-messages.js';
import { computedDeclarations, expressedValues } from './computed-plan.js';
import { fieldDeclarations } from './field-declarations.js';

/**
 * Whether every `visibleWhen` parses, yields true or false and reads only fields that come before it, or what expressions compute from
 * such fields.
 */
export function checkVisibility(form: FormDefinition): Issue[] {
  const declared = new Map([...fieldDeclarations(form), ...computedDeclarations(form)]);
  return form.fields.flatMap(({ visibleWhen }, index) => {
    if (visibleWhen === undefined) return [];
    const path = `/fields/${index}/visibleWhen`;
    const { ast, issues } = parseExpression(visibleWhen);
    if (!ast) return (issues ?? []).map((issue) => ({ ...issue, path }));
    const known = new Set(form.fields.slice(0, index).map(({ id }) => id));
    for (const [id, { expression }] of expressedValues(form)) if (factsOf(expression).every((read) => known.has(read))) known.add(id);
    const later = factsOf(ast).filter((id) => declared.has(id) && !known.has(id));
    if (later.length > 0) return later.map((id) => formDocumentIssue('VISIBILITY_REFERS_LATER', path, { id }));
    return (checkExpression(ast, { declared, expected: 'boolean' }).issues ?? []).map((issue) => ({ ...issue, path }));
  });
}
