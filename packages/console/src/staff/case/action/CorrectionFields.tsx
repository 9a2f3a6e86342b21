import { useTranslation } from 'react-i18next';
import type { CorrectableFact } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { tableInstant } from '../../../shared/index.js';
import { chosenFact, factKey } from './intent.js';
import type { PanelFormProps } from './PanelForm.js';
import { DateField, SelectField, TextField } from './PanelFields.js';

/** Which value is wrong and what is right: the old one stays in the history beside the new one. */
export function CorrectionFields({ judged, change, error }: Omit<PanelFormProps, 'clauses' | 'sheet'>) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { view, typed } = judged;
  const facts = view.corrections?.facts ?? [];
  const chosen = chosenFact(view, typed.fact);
  const registers = new Set(view.records.flatMap(({ status, registerLabel }) => (status === 'written' ? [text(registerLabel)] : [])));
  const words = ({ label, row }: CorrectableFact) =>
    row === undefined || view.rows === 'one' ? text(label) : t('proc.factOfRow', { label: text(label), row });
  return (
    <>
      <SelectField
        id="panel-fact"
        label={t('proc.whichFact')}
        none={t('dash')}
        value={typed.fact}
        error={error('fact')}
        options={facts.map((fact) => [factKey(fact), words(fact)])}
        onChange={(fact) => change({ fact, value: '' })}
      />
      {chosen ? (
        <>
          <dl className="staff-pairs">
            <dt>{t('proc.valueNow')}</dt>
            <dd>
              {text(chosen.text) || t('dash')}{' '}
              <span className="staff-muted">{t('proc.recordedAt', { at: tableInstant(chosen.recordedAt) })}</span>
            </dd>
          </dl>
          <NewValue fact={chosen} value={typed.value} error={error('value')} onChange={(value) => change({ value })} />
        </>
      ) : null}
      <p className="staff-muted">{t('proc.correctHint', { role: text(view.corrections?.role) })}</p>
      {registers.size > 0 ? <p>◆ {t('proc.correctRegisters', { list: [...registers].join(t('listMark')) })}</p> : null}
    </>
  );
}

interface NewValueProps {
  readonly fact: CorrectableFact;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function NewValue({ fact, ...field }: NewValueProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const shared = { id: 'panel-value', label: t('proc.valueNew'), ...field };
  if (fact.type === 'boolean') {
    return <SelectField {...shared} none={t('dash')} options={[['true', t('yes')] as const, ['false', t('no')] as const]} />;
  }
  if (fact.values)
    return <SelectField {...shared} none={t('dash')} options={fact.values.map(({ value, label }) => [value, text(label)])} />;
  return fact.type === 'date' ? <DateField {...shared} /> : <TextField {...shared} />;
}
