import type { FormField } from '@careway/definition';
import { formText } from '../form-texts.js';
import { type CarewayWidgetProps, widgetView } from './widget-props.js';

const MODES: Partial<Record<FormField['widget'], 'numeric' | 'decimal' | 'tel'>> = {
  integer: 'numeric',
  decimal: 'decimal',
  money: 'decimal',
  phone: 'tel',
};

/** One line of text; identity numbers, telephone numbers and amounts bring their keyboard and width. */
export function TextWidget(props: CarewayWidgetProps) {
  const { field, locale, value, invalid, describedBy } = widgetView(props);
  const input = (
    <input
      className={`input input-${field.widget}`}
      id={props.id}
      name={props.name}
      type="text"
      inputMode={MODES[field.widget]}
      autoComplete={field.widget === 'phone' ? 'tel' : 'off'}
      spellCheck={false}
      value={value === undefined || value === null ? '' : String(value as string | number)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={(event) => props.onBlur(props.id, event.target.value)}
    />
  );
  if (field.widget !== 'money') return input;
  return (
    <span className="input-with-unit">
      {input}
      <span>{formText('yuan', locale)}</span>
    </span>
  );
}
