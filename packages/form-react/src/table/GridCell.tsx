import type { FormColumn, Locale } from '@careway/definition';
import { formText } from '../form-texts.js';
import { choicesOf } from '../widgets/choices.js';

export interface GridCellProps {
  readonly column: FormColumn;
  readonly boolean: boolean;
  readonly id: string;
  readonly row: number;
  readonly locale: Locale;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** One cell: a native control with its column and row as its name. */
export function GridCell({ column, boolean, id, row, locale, value, invalid, describedBy, onChange }: GridCellProps) {
  const shared = {
    id,
    className: `input grid-input grid-input-${column.widget}`,
    'aria-label': formText('cell', locale, { label: column.label[locale], row: row + 1 }),
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'data-column': column.id,
  };
  const text = value === undefined || value === null ? '' : String(value as string | number | boolean);
  if (boolean || column.values) {
    const choices = choicesOf(column, locale);
    const unlisted = text !== '' && !choices.some((choice) => choice.value === text);
    return (
      <select {...shared} value={text} onChange={(event) => onChange(readChoice(event.target.value, boolean))}>
        <option value="">{formText('choose', locale)}</option>
        {unlisted ? <option value={text}>{text}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      autoComplete="off"
      spellCheck={false}
      inputMode={column.widget === 'integer' ? 'numeric' : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function readChoice(text: string, boolean: boolean): unknown {
  if (text === '') return undefined;
  if (!boolean) return text;
  return text === 'true' ? true : text === 'false' ? false : text;
}
