import { type CheckScope, documentCheck } from './scope.js';

/** A clause is cited by its id alone: the id is unique in the whole pack. */
export function checkClauses(scope: CheckScope): void {
  const owner = new Map<string, string>();
  for (const [id, document] of scope.content.clauseDocuments) {
    const check = documentCheck(scope, `clauses:${id}`);
    for (const [index, clause] of document.clauses.entries()) {
      const other = owner.get(clause.id);
      if (other !== undefined && other !== id)
        check.report('DUPLICATE_ID', `/clauses/${index}/id`, { id: clause.id, what: `clause of ${other}` });
      owner.set(clause.id, id);
    }
  }
}
