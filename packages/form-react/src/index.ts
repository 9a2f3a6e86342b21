export { answerText } from './answer-text.js';
export { FilePicker, type FilePickerProps } from './files/FilePicker.js';
export type { CarewayFormContext, FileAdapter, ReadRows, RowNote, StoredFile, TableAdapter } from './form-context.js';
export { issueTarget, ownIssues, rowIssues } from './own-issues.js';
export { isRequired, pageSchema } from './page-schema.js';
export { QuestionPage, type QuestionPageProps } from './QuestionPage.js';
export { rjsfValidator } from './rjsf-validator.js';
export { Grid, type GridProps } from './table/Grid.js';
export { isBlankRow, type Row, withBlock, withCell } from './table/rows.js';
