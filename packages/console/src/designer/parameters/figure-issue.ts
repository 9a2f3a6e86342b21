import type { LocalizedText } from '@careway/definition';
import type { TFunction } from 'i18next';
import type { ParameterView, ProposalView } from '../../api/index.js';
import { fieldFault } from './field-fault.js';
import type { TypedChange } from './proposal-answers.js';

/** What is wrong with one changed figure: seen here at once, else as the server told of this very value. */
export function figureIssue({
  parameter,
  typed,
  saved,
  text,
  t,
}: {
  readonly parameter: ParameterView;
  readonly typed: TypedChange;
  readonly saved: ProposalView | undefined;
  readonly text: (words: LocalizedText | undefined) => string;
  readonly t: TFunction<'designer'>;
}): string | undefined {
  const fault = fieldFault(parameter, typed.value);
  if (fault === 'range') {
    const { minimum, maximum } = parameter;
    if (minimum !== undefined && maximum !== undefined) return t('parameters.range', { minimum, maximum });
    return minimum === undefined ? t('parameters.rangeTo', { maximum }) : t('parameters.rangeFrom', { minimum });
  }
  if (fault) return t(`faults.${fault}`);
  const index = saved?.changes.findIndex((change) => change.parameter === parameter.key && change.value === typed.value) ?? -1;
  return index < 0 ? undefined : text(saved?.issues.find(({ path }) => path.startsWith(`/changes/${index}`))?.message) || undefined;
}
