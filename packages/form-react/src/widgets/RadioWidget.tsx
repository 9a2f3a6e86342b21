import { choicesOf } from './choices.js';
import { type CarewayWidgetProps, widgetView } from './widget-props.js';

/** Each choice is a row one can hit anywhere. Nothing is chosen beforehand. */
export function RadioWidget(props: CarewayWidgetProps) {
  const { field, locale, value } = widgetView(props);
  return (
    <div className="choices">
      {choicesOf(field, locale).map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            id={index === 0 ? props.id : `${props.id}-${index}`}
            name={props.id}
            value={choice.value}
            checked={value !== undefined && String(value as string | boolean) === choice.value}
            onChange={() => props.onChange(props.schema.type === 'boolean' ? choice.value === 'true' : choice.value)}
            onBlur={() => props.onBlur(props.id, value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
