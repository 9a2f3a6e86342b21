import type { ObjectFieldTemplateProps, RJSFSchema } from '@rjsf/utils';
import type { CarewayFormContext } from '../form-context.js';

/** The questions one below the other; the page has its heading already. */
export function ObjectFieldTemplate({ properties }: ObjectFieldTemplateProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>) {
  return <div className="questions">{properties.map(({ content }) => content)}</div>;
}
