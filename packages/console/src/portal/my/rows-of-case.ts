import type { FormDefinition, FormField } from '@careway/definition';
import type { Row } from '@careway/form-react';
import { propertySchema } from '@careway/forms';
import type { CaseView } from '../../api/index.js';

/**
 * The rows of a case as the roster's columns, in the order they were filed. Identity numbers come masked and go back unchanged unless
 * somebody types a new one: the server takes a masked value for "as it was".
 */
export function rowsOfCase(view: Pick<CaseView, 'items'>, form: FormDefinition, field: FormField): Row[] {
  const schema = propertySchema(form.schema, field.id)?.items;
  return [...view.items]
    .sort((a, b) => a.row - b.row)
    .map((item) =>
      Object.fromEntries(
        (field.columns ?? []).flatMap((column) => {
          const fact = item.facts.find(({ id, source }) => id === column.id && source === 'submission')?.value;
          const value = item.answers?.[column.id] ?? fact;
          if (value === undefined) return [];
          const integer = propertySchema(schema, column.id)?.type === 'integer' && typeof value === 'string';
          return [[column.id, integer ? Number(value) : value]];
        }),
      ),
    );
}
