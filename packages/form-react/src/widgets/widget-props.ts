import type { FormField, Locale } from '@careway/definition';
import type { RJSFSchema, WidgetProps } from '@rjsf/utils';
import type { CarewayFormContext } from '../form-context.js';
import { ownIssues } from '../own-issues.js';
import { describedBy } from '../templates/FieldTemplate.js';

export type CarewayWidgetProps = WidgetProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>;

export interface WidgetView {
  readonly field: FormField;
  readonly locale: Locale;
  readonly value: unknown;
  readonly invalid: true | undefined;
  readonly describedBy: string | undefined;
}

/** What every widget reads from rjsf's props. */
export function widgetView(props: CarewayWidgetProps): WidgetView {
  const field = (props.options as unknown as { field: FormField }).field;
  const { locale, issues } = props.registry.formContext;
  const invalid = ownIssues(issues, field.id).length > 0;
  return {
    field,
    locale,
    value: props.value as unknown,
    invalid: invalid || undefined,
    describedBy: describedBy(props.id, field, invalid),
  };
}
