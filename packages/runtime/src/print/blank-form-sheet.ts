import type { FormDefinition, FormField, LocalizedText, ServiceDefinition } from '@careway/definition';
import type { PrintPart, PrintSheet } from '../views.js';
import { plainText } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { heading, joined } from './print-text.js';
import { line } from './print-foot.js';

export interface BlankFormInput {
  /** The service that one applies for with it, for its papers and contact. */
  readonly service?: ServiceDefinition | undefined;
  /** Content hash of the form. */
  readonly hash: string;
  readonly printedAt: string;
}

/** Empty rows of a table on paper; more go on a second sheet. */
const blankRows = 12;

/** The paper version of a form, to be filled in by hand: every question of its pages in their order, with what there is to tick. */
export function blankFormSheet(form: FormDefinition, { service, hash, printedAt }: BlankFormInput): PrintSheet {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return {
    document: 'form',
    title: form.label,
    foot: [line(printWords.form, `${form.version} ${hash}`)],
    printedAt,
    parts: [
      { kind: 'small', text: printWords.fillIn },
      ...form.pages.flatMap((page): PrintPart[] => [
        heading(page.label),
        ...(page.help ? [{ kind: 'small', text: page.help } as const] : []),
        ...page.fields.flatMap((id) => questionParts(fields.get(id))),
      ]),
      ...(service ? serviceParts(service) : []),
      { kind: 'pairs', pairs: [{ label: printWords.sign }, { label: printWords.day }] },
    ],
  };
}

function questionParts(field: FormField | undefined): PrintPart[] {
  if (!field) return [];
  const { label, widget, values, columns } = field;
  const hint = joined([field.visibleWhen === undefined ? undefined : printWords.onlyIf, field.hint], printWords.semicolon);
  const asked = { kind: 'question', text: label, ...(hint['zh-CN'] === '' ? {} : { hint }) } as const;
  if (widget === 'note') return [{ kind: 'small', text: label }];
  if (widget === 'files') return [{ ...asked, options: [printWords.attach] }];
  if (widget === 'checkbox') return [{ ...asked, options: values?.map((known) => known.label) ?? [printWords.yes] }];
  if (columns) return [asked, ...choicesOf(columns), rosterTable(columns)];
  if (values) return [{ ...asked, options: values.map((known) => (widget === 'score' ? scored(known) : known.label)) }];
  return [{ ...asked, lines: widget === 'textarea' ? 4 : 1 }];
}

/** An option of an indicator with its points. */
function scored({ value, label }: NonNullable<FormField['values']>[number]): LocalizedText {
  return { 'zh-CN': `${value}分 ${label['zh-CN']}`, en: `${value}: ${label.en}` };
}

/** Columns as wide as their labels ask for, within reason. */
function rosterTable(columns: NonNullable<FormField['columns']>): PrintPart {
  const weights = columns.map(({ label, widget }) => (widget === 'identity' ? 14 : Math.min(10, Math.max(5, label['zh-CN'].length))));
  const whole = weights.reduce((sum, weight) => sum + weight, 3);
  const empty = [plainText(''), ...columns.map(({ values }) => tickCell(values))];
  return {
    kind: 'table',
    columns: [
      { label: printWords.row, share: (3 / whole) * 100 },
      ...columns.map(({ label }, index) => ({ label, share: ((weights[index] ?? 4) / whole) * 100 })),
    ],
    rows: Array.from({ length: blankRows }, (_, index) => [plainText(String(index + 1)), ...empty.slice(1)]),
  };
}

/** A yes or no is ticked in the cell; with more choices one writes the word, from the list above the table. */
function tickCell(values: FormField['values']): LocalizedText {
  if (!values || values.length > 2) return plainText('');
  return joined(
    values.map(({ label }) => ({ 'zh-CN': `□${label['zh-CN']}`, en: `□ ${label.en}` })),
    plainText('\n'),
  );
}

function choicesOf(columns: NonNullable<FormField['columns']>): PrintPart[] {
  return columns
    .filter(({ values }) => values && values.length > 2)
    .map(({ label, values = [] }) => ({
      kind: 'small',
      text: joined(
        [
          { 'zh-CN': `“${label['zh-CN']}”填`, en: `“${label.en}” is one of` },
          joined(
            values.map((known) => known.label),
            { 'zh-CN': '、', en: ', ' },
          ),
        ],
        printWords.colon,
      ),
    }));
}

function serviceParts({ papers, contact }: ServiceDefinition): PrintPart[] {
  const entries = papers.map(({ label, why, heldBy }) => joined([label, joined([why, heldBy], plainText(''))], printWords.colon));
  return [
    ...(entries.length > 0 ? [heading(printWords.papers), { kind: 'list', entries } as const] : []),
    {
      kind: 'paragraph',
      text: joined(
        [printWords.contact, joined([contact.office, plainText(contact.telephone), contact.address], plainText(' '))],
        printWords.colon,
      ),
    },
  ];
}
