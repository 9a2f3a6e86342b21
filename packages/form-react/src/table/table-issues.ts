import type { FormDefinition, FormField, Issue } from '@careway/definition';
import { validateSubmission } from '@careway/forms';
import type { Row } from './rows.js';

export interface TableCheck {
  readonly form: FormDefinition;
  readonly field: FormField;
  readonly rows: readonly Row[];
  /** ISO date. */
  readonly today: string;
  /** `draft`: cells still empty are no issue yet. */
  readonly stage: 'draft' | 'submit';
}

/** What is to change in the rows of a table, by the same rules as the server's; rows still blank are left in peace. */
export function tableIssues({ form, field, rows, today, stage }: TableCheck): Issue[] {
  const result = validateSubmission(form, { [field.id]: rows }, { today, stage });
  if (result.ok) return [];
  return result.issues.filter(({ path, severity }) => severity === 'error' && path.startsWith(`/${field.id}/`));
}
