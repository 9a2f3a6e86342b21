import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';

export interface FigureBoxProps {
  readonly parameter: ParameterView;
  /** Id of the heading that it stands under: the same sentence may stand under another. */
  readonly under: string;
  /** As typed; the figure in force when nothing was. */
  readonly value: string | undefined;
  readonly error?: string;
  readonly change?: (value: string) => void;
}

/** A sentence of the policy with its figure in a box, the range under it, and what is wrong with it. */
export function FigureBox({ parameter, under, value, error, change }: FigureBoxProps) {
  const text = useLocalized();
  const id = useId();
  const [before = '', after = ''] = text(parameter.sentence).split('{value}');
  const range = useRange(parameter);
  const described = [range ? `${id}-range` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const shown = value ?? (parameter.type === 'money' ? text(parameter.words) : parameter.value);
  return (
    <div>
      <p className="designer-sentence">
        <span id={`${id}-before`}>{before}</span>
        {change ? (
          <Box
            parameter={parameter}
            value={shown}
            change={change}
            aria={{
              'aria-labelledby': `${under} ${id}-before ${id}-after`,
              'aria-describedby': described,
              'aria-invalid': error ? true : undefined,
            }}
          />
        ) : (
          <strong className="figure designer-figure">{value ?? text(parameter.words)}</strong>
        )}
        <span id={`${id}-after`}>{after}</span>
        {range && change ? (
          <span className="staff-muted designer-range" id={`${id}-range`}>
            {range}
          </span>
        ) : null}
      </p>
      {error ? (
        <p className="staff-error" id={`${id}-error`} role="status">
          ✗ {error}
        </p>
      ) : null}
    </div>
  );
}

interface BoxProps {
  readonly parameter: ParameterView;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly aria: Readonly<Record<string, string | true | undefined>>;
}

function Box({ parameter, value, change, aria }: BoxProps) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const options =
    parameter.type === 'boolean'
      ? [
          ['true', t('yes')],
          ['false', t('no')],
        ]
      : parameter.values?.map((known) => [known.value, text(known.label)]);
  if (options) {
    return (
      <select className="input designer-choice" value={value} onChange={(event) => change(event.target.value)} {...aria}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  const dated = parameter.type === 'month' || parameter.type === 'date';
  return (
    <input
      className={dated ? 'input designer-box designer-dated' : 'input designer-box'}
      inputMode={dated ? 'text' : 'decimal'}
      autoComplete="off"
      value={value}
      onChange={(event) => change(event.target.value)}
      {...aria}
    />
  );
}

/** The range that one may set, in words. */
export function useRange({ minimum, maximum }: Pick<ParameterView, 'minimum' | 'maximum'>): string | undefined {
  const { t } = useTranslation('designer');
  if (minimum !== undefined && maximum !== undefined) return t('parameters.range', { minimum, maximum });
  if (minimum !== undefined) return t('parameters.rangeFrom', { minimum });
  return maximum === undefined ? undefined : t('parameters.rangeTo', { maximum });
}
