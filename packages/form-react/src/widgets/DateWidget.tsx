import { useState } from 'react';
import { formText } from '../form-texts.js';
import { joinDate, splitDate } from './date-parts.js';
import { type CarewayWidgetProps, widgetView } from './widget-props.js';

const BOXES = { date: ['year', 'month', 'day'], month: ['year', 'month'] } as const;

/** A day in three boxes or a month in two: native pickers follow the browser's language, not the page's. */
export function DateWidget(props: CarewayWidgetProps) {
  const { field, locale, value, invalid, describedBy } = widgetView(props);
  const boxes = BOXES[field.widget === 'month' ? 'month' : 'date'];
  const stored = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<{ readonly from: string; readonly parts: readonly string[] }>();
  const parts = typed && typed.from === stored ? typed.parts : splitDate(stored).slice(0, boxes.length);
  const change = (index: number, text: string) => {
    const next = boxes.map((_, at) => (at === index ? text : (parts[at] ?? '')));
    const joined = joinDate(next);
    setTyped({ from: joined ?? '', parts: next });
    props.onChange(joined);
  };
  return (
    <div className="date-boxes">
      {boxes.map((box, index) => (
        <label className="date-box" key={box}>
          <input
            className={`input input-${box}`}
            id={index === 0 ? props.id : `${props.id}-${box}`}
            inputMode="numeric"
            autoComplete="off"
            value={parts[index] ?? ''}
            aria-invalid={invalid}
            aria-describedby={index === 0 ? describedBy : undefined}
            onChange={(event) => change(index, event.target.value)}
            onBlur={() => props.onBlur(props.id, value)}
          />
          <span>{formText(box, locale)}</span>
        </label>
      ))}
    </div>
  );
}
