import { isDateText, isMonthText } from './calendar-text.js';
import { creditCodeProblem } from './credit-code.js';
import { compareDecimalTexts, isDecimalText } from './decimal-text.js';
import type { SchemaFormat } from './form-schema.js';
import { identityProblem } from './identity-number.js';
import { isPhone } from './phone-number.js';

/** A format by name, in the form in which JSON Schema validators take it; `compare` serves `formatMinimum` and `formatMaximum`. */
export interface TextFormat {
  readonly test: (text: string) => boolean;
  readonly compare?: (a: string, b: string) => number;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The formats of the closed list. Give them to ajv (`addFormat`) and both judge alike. */
export const textFormats: Readonly<Record<SchemaFormat, TextFormat>> = {
  date: { test: isDateText, compare: byText },
  month: { test: isMonthText, compare: byText },
  decimal: { test: isDecimalText, compare: compareDecimalTexts },
  identity: { test: (text) => identityProblem(text) === undefined },
  phone: { test: isPhone },
  'credit-code': { test: (text) => creditCodeProblem(text) === undefined },
};
