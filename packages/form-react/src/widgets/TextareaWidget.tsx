import { type CarewayWidgetProps, widgetView } from './widget-props.js';

/** Several lines of text. */
export function TextareaWidget(props: CarewayWidgetProps) {
  const { value, invalid, describedBy } = widgetView(props);
  return (
    <textarea
      className="input"
      id={props.id}
      name={props.name}
      rows={5}
      value={(value as string | undefined) ?? ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={(event) => props.onBlur(props.id, event.target.value)}
    />
  );
}
