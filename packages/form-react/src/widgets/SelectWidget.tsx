import { formText } from '../form-texts.js';
import { choicesOf } from './choices.js';
import { type CarewayWidgetProps, widgetView } from './widget-props.js';

/** A list to choose one of, native. */
export function SelectWidget(props: CarewayWidgetProps) {
  const { field, locale, value, invalid, describedBy } = widgetView(props);
  const read = (text: string) => (text === '' ? undefined : props.schema.type === 'boolean' ? text === 'true' : text);
  return (
    <select
      className="input"
      id={props.id}
      name={props.name}
      value={value === undefined || value === null ? '' : String(value as string | boolean)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => props.onChange(read(event.target.value))}
      onBlur={(event) => props.onBlur(props.id, event.target.value)}
    >
      <option value="">{formText('choose', locale)}</option>
      {choicesOf(field, locale).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
