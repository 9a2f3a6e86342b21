export { applyAccess, type FieldAccess, type FieldMode, fieldMode } from './access.js';
export { type AttachmentFile, CONTENT_TYPES, type ContentKind, checkAttachment, DEFAULT_MAX_BYTES, sizeWords } from './attachments.js';
export { birthDates } from './birth-dates.js';
export { isDateText, isMonthText, normalizeDateText, normalizeMonthText } from './calendar-text.js';
export { checkForm } from './check-form.js';
export { checkSchema } from './check-schema.js';
export { computeAnswers, type ComputedValue, type ComputeOptions, knownValues } from './compute-answers.js';
export { creditCodeProblem } from './credit-code.js';
export { compareDecimalTexts, isDecimalText, normalizeDecimal } from './decimal-text.js';
export { fieldDeclarations } from './field-declarations.js';
export { type FormRules, formRules, type RuleSource } from './form-rules.js';
export { type FormSchema, propertySchema, SCHEMA_FORMATS, SCHEMA_KEYWORDS, type SchemaFormat, type SchemaType } from './form-schema.js';
export { decodeText, type DecodedText, encodingCandidates, type TextEncoding } from './decode-text.js';
export { DelimitedStream, type NumberedRow } from './delimited-stream.js';
export { escapeCell, isFormula, unescapeCell } from './formula-cell.js';
export { ageOn, checkCharacter, groupNumber, identityFacts, identityProblem, normalizeIdentity } from './identity-number.js';
export { FOLD_MAX_LINES } from './fold-plan.js';
export { type FoldedRows, FoldRun, type ListCells } from './fold-rows.js';
export { importRows, listCells, type MappedRows, mapRows, readableRows, startFold, type TableTarget } from './map-rows.js';
export { maskIdentity, maskName, maskPhone } from './masking.js';
export { formIssue, type FormIssueCode, formMessages } from './messages.js';
export { type FormPage, type PageStatus, pagesOf, pageStatusLabels } from './pages.js';
export { type DelimitedText, parseDelimited, printDelimited } from './parse-delimited.js';
export { isPhone, normalizePhone } from './phone-number.js';
export { printRows, templateRows } from './print-rows.js';
export { readCell } from './read-cell.js';
export { normalizeSubmission } from './read-submission.js';
export { registerForm } from './register-form.js';
export {
  AREA_COLUMN,
  checkRecordAnswers,
  HEADING_ROWS,
  readRegisterRow,
  type RecordAnswers,
  type RegisterHeader,
  registerHeader,
} from './register-rows.js';
export { isRowTable, sensitiveFields, type SubmissionFacts, submissionFacts, submissionRows } from './submission-facts.js';
export { type TextFormat, textFormats } from './text-format.js';
export { TextStream } from './text-stream.js';
export { validateSchema, type Violation } from './validate-schema.js';
export {
  answersOnly,
  type CleanSubmission,
  DEFAULT_MAX_ROWS,
  type SubmissionOptions,
  type SubmissionResult,
  validateSubmission,
} from './validate-submission.js';
export { visibleFields } from './visibility.js';
