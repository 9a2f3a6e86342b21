import { type FormSchema, validateSchema } from '@careway/forms';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { CarewayFormContext } from './form-context.js';

/**
 * rjsf's port for validation, over the closed keyword list of the forms package: no `eval`, so a strict content security policy is kept.
 * Messages do not come from here but from `validateSubmission`.
 */
export const rjsfValidator: ValidatorType<Record<string, unknown>, RJSFSchema, CarewayFormContext> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: (schema, formData) => validateSchema(schema as unknown as FormSchema, formData).length === 0,
  rawValidation: () => ({ errors: [] }),
};
