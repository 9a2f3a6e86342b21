import type { FormDefinition, Issue, Locale, LocalizedText } from '@careway/definition';
import RjsfForm, { type FormProps } from '@rjsf/core/lib/components/Form.js';
import type { RegistryFieldsType, RegistryWidgetsType, RJSFSchema, TemplatesType } from '@rjsf/utils';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { FormRules } from '@careway/forms';
import { ComputedLine } from './computed/ComputedLine.js';
import { FilesField } from './files/FilesField.js';
import type { CarewayFormContext, FileAdapter, TableAdapter } from './form-context.js';
import { pageSchema } from './page-schema.js';
import { rjsfValidator } from './rjsf-validator.js';
import { TableField } from './table/TableField.js';
import { FieldTemplate } from './templates/FieldTemplate.js';
import { NoteField } from './templates/NoteField.js';
import { ObjectFieldTemplate } from './templates/ObjectFieldTemplate.js';
import { CheckboxWidget } from './widgets/CheckboxWidget.js';
import { DateWidget } from './widgets/DateWidget.js';
import { RadioWidget } from './widgets/RadioWidget.js';
import { ScoreWidget } from './widgets/ScoreWidget.js';
import { SelectWidget } from './widgets/SelectWidget.js';
import { TextareaWidget } from './widgets/TextareaWidget.js';
import { TextWidget } from './widgets/TextWidget.js';

type Answers = Record<string, unknown>;

const widgets: RegistryWidgetsType<Answers, RJSFSchema, CarewayFormContext> = {
  CarewayText: TextWidget,
  CarewayTextarea: TextareaWidget,
  CarewayRadio: RadioWidget,
  CarewayScore: ScoreWidget,
  CarewaySelect: SelectWidget,
  CarewayCheckbox: CheckboxWidget,
  CarewayDate: DateWidget,
  CarewayMonth: DateWidget,
};
const fields: RegistryFieldsType<Answers, RJSFSchema, CarewayFormContext> = {
  CarewayTable: TableField,
  CarewayFiles: FilesField,
  CarewayNote: NoteField,
};
const templates: Partial<TemplatesType<Answers, RJSFSchema, CarewayFormContext>> = { FieldTemplate, ObjectFieldTemplate };

export interface QuestionPageProps {
  /** `id` of the form element, for a submit button outside it. */
  readonly id: string;
  readonly form: FormDefinition;
  /** Visible fields of this page, in order. */
  readonly fields: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
  readonly locale: Locale;
  /** ISO date of the tenant's today. */
  readonly today: string;
  /** Draws the page's heading; used when the page asks one question only, whose label then is the heading. */
  readonly heading: (content: ReactNode) => ReactNode;
  /** Help of the page; stands under the heading if that is a question's label, else the caller shows it. */
  readonly intro?: string | undefined;
  readonly sources?: Readonly<Record<string, LocalizedText>>;
  readonly files: FileAdapter;
  readonly table: TableAdapter;
  /** What the form's computed values read besides the answers; see `formRules`. */
  readonly rules?: FormRules | undefined;
  readonly onChange: (answers: Readonly<Record<string, unknown>>) => void;
  readonly onLeaveField?: () => void;
  readonly onSubmit: () => void;
  /** Buttons. */
  readonly children?: ReactNode;
}

const NO_SOURCES: Readonly<Record<string, LocalizedText>> = {};
const NEVER: NonNullable<FormProps['experimental_defaultFormStateBehavior']> = {
  constAsDefaults: 'never',
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
};

/** One page of a form definition. Answers are told as typed; judging them is the caller's, with `validateSubmission`. */
export function QuestionPage(props: QuestionPageProps) {
  const { form, locale, issues, today, heading, files, table, intro, sources = NO_SOURCES } = props;
  const fieldKey = props.fields.join(' ');
  const { schema, uiSchema } = useMemo(() => pageSchema(form, fieldKey.split(' '), locale), [form, fieldKey, locale]);
  const headingField = props.fields.length === 1 ? props.fields[0] : undefined;
  const latest = useRef(props.answers);
  useEffect(() => {
    latest.current = props.answers;
  });
  const answersNow = useCallback(() => latest.current, []);
  const formContext = useMemo<CarewayFormContext>(
    () => ({ form, locale, issues, answersNow, today, heading, headingField, intro, sources, files, table }),
    [form, locale, issues, answersNow, today, heading, headingField, intro, sources, files, table],
  );
  const answers = useMemo(
    () => Object.fromEntries(fieldKey.split(' ').flatMap((id) => (props.answers[id] === undefined ? [] : [[id, props.answers[id]]]))),
    [fieldKey, props.answers],
  );
  return (
    <RjsfForm<Answers, RJSFSchema, CarewayFormContext>
      id={props.id}
      className="question-page"
      schema={schema}
      uiSchema={uiSchema}
      formData={answers}
      formContext={formContext}
      validator={rjsfValidator}
      widgets={widgets}
      fields={fields}
      templates={templates}
      idPrefix="field"
      noHtml5Validate
      noValidate
      showErrorList={false}
      experimental_defaultFormStateBehavior={NEVER}
      onChange={({ formData }) => props.onChange(definedOnly(formData, fieldKey.split(' ')))}
      onBlur={() => props.onLeaveField?.()}
      onSubmit={() => props.onSubmit()}
    >
      <ComputedLine form={form} fields={props.fields} answers={props.answers} rules={props.rules} locale={locale} today={today} />
      {props.children ?? <></>}
    </RjsfForm>
  );
}

/** Every field of the page, those without an answer as undefined, so that merging removes them. */
function definedOnly(data: Answers | undefined, ids: readonly string[]): Answers {
  return Object.fromEntries(ids.map((id) => [id, data?.[id] ?? undefined]));
}
