import { type CarewayWidgetProps, widgetView } from './widget-props.js';

/** A statement to agree to; never ticked beforehand. */
export function CheckboxWidget(props: CarewayWidgetProps) {
  const { field, locale, value, invalid, describedBy } = widgetView(props);
  return (
    <label className="choice">
      <input
        type="checkbox"
        id={props.id}
        name={props.name}
        checked={value === true}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={(event) => props.onChange(event.target.checked ? true : undefined)}
        onBlur={() => props.onBlur(props.id, value)}
      />
      <span>{field.label[locale]}</span>
    </label>
  );
}
