import { formText } from '../form-texts.js';
import { choicesOf } from './choices.js';
import { type CarewayWidgetProps, widgetView } from './widget-props.js';

/** One indicator: a row for each score with the words that it stands for. Nothing is chosen beforehand. */
export function ScoreWidget(props: CarewayWidgetProps) {
  const { field, locale, value } = widgetView(props);
  return (
    <div className="choices choices-score">
      {choicesOf(field, locale).map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            id={index === 0 ? props.id : `${props.id}-${index}`}
            name={props.id}
            value={choice.value}
            checked={value !== undefined && String(value as string | number) === choice.value}
            onChange={() => props.onChange(choice.value)}
            onBlur={() => props.onBlur(props.id, value)}
          />
          <span className="choice-score">{formText('points', locale, { score: choice.value })}</span>
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
