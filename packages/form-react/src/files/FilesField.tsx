import type { FormField } from '@careway/definition';
import { CONTENT_TYPES, DEFAULT_MAX_BYTES, sizeWords } from '@careway/forms';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import type { CarewayFormContext, StoredFile } from '../form-context.js';
import { FilePicker } from './FilePicker.js';

/** Files of one field: each goes to the server at once, so that leaving the page loses none. */
export function FilesField(props: FieldProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>) {
  const { field } = (props.uiSchema?.['ui:options'] ?? {}) as unknown as { field: FormField };
  const { locale, files } = props.registry.formContext;
  const value = (props.formData ?? []) as unknown as readonly StoredFile[];
  const change = props.onChange as unknown as (next: readonly StoredFile[], path: unknown) => void;
  return (
    <FilePicker
      id={props.fieldPathId.$id}
      locale={locale}
      files={value}
      accept={(field.accept ?? []).map((kind) => CONTENT_TYPES[kind])}
      limit={sizeWords(field.maxBytes ?? DEFAULT_MAX_BYTES)}
      upload={(file) => files.upload(field, file)}
      remove={(file) => files.remove(file)}
      href={(file) => files.href(file)}
      explain={(error) => files.explain(error)}
      onChange={(next) => change(next, props.fieldPathId.path)}
    />
  );
}
