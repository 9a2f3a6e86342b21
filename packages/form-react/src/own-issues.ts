import type { Issue } from '@careway/definition';

/** Issues about the whole answer of a field; those of its rows stand at the rows. */
export function ownIssues(issues: readonly Issue[], field: string): Issue[] {
  return issues.filter(({ path, severity }) => severity === 'error' && path === `/${field}`);
}

/** Issues about one row of a table, from 0. */
export function rowIssues(issues: readonly Issue[], field: string, row: number): Issue[] {
  const at = `/${field}/${row}`;
  return issues.filter(({ path, severity }) => severity === 'error' && (path === at || path.startsWith(`${at}/`)));
}

/** Id of the control that mends an issue, as the error summary links to it. */
export function issueTarget(issue: Issue): string {
  const [, field = '', row, column] = issue.path.split('/');
  if (row === undefined) return `field_${field}`;
  return column === undefined ? `field_${field}-row-${row}` : `field_${field}-${row}-${column}`;
}
