import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ServiceView } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { type SummaryLine } from '../../shared/index.js';
import type { Answers } from '../../sheet/sheet-backup.js';
import { DateField, SelectField, TextField } from '../case/action/PanelFields.js';
import { registersQuery } from '../registers/register-queries.js';
import { formLookups } from './form-lookups.js';
import { OrganisationLookup, PersonLookup } from './RegisterLookup.js';
import { asksName, CHANNELS, isAnonymousToo, type Whom } from './whom.js';

export interface WhomFieldsProps {
  readonly whom: Whom;
  readonly service: ServiceView;
  readonly answers: Answers;
  readonly lines: readonly SummaryLine[];
  readonly change: (change: Partial<Whom>) => void;
  /** Fills fields of the form with what a register knows. */
  readonly fill: (answers: Answers) => void;
}

/** For whom and how it came: the identity number or the organisation first, since registers may know the rest. */
export function WhomFields({ whom, service, answers, lines, change, fill }: WhomFieldsProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { person } = useSession();
  const registers = useQuery(registersQuery).data ?? [];
  const error = (target: string) => lines.find((line) => line.target === target)?.message;
  const areas = [...new Map((person?.roles ?? []).map(({ area, areaLabel }) => [area, text(areaLabel)] as const))];
  return (
    <section className="staff-card" aria-labelledby="counter-whom">
      <h2 id="counter-whom">{t('counter.whom')}</h2>
      <div className="staff-two">
        {formLookups(service.form, registers).map((lookup) => {
          const Lookup = lookup.people ? PersonLookup : OrganisationLookup;
          return (
            <Lookup
              key={lookup.register.id}
              lookup={lookup}
              form={service.form}
              chosen={String(answers[lookup.field] ?? '')}
              error={error('counter-organisation')}
              fill={(known, name) => {
                fill(known);
                change({ name });
              }}
            />
          );
        })}
        {asksName(service) ? (
          <TextField
            id="counter-name"
            label={t('counter.name')}
            hint={isAnonymousToo(service) ? t('counter.nameHint') : undefined}
            value={whom.name}
            error={error('counter-name')}
            onChange={(name) => change({ name })}
          />
        ) : null}
        <SelectField
          id="counter-channel"
          label={t('counter.channel')}
          value={whom.channel}
          options={CHANNELS.map((channel) => [channel, t(`counter.channels.${channel}`)])}
          onChange={(channel) => change({ channel: channel as Whom['channel'] })}
        />
        <DateField
          id="counter-filed"
          label={t('counter.filedOn')}
          hint={t('counter.filedOnHint')}
          value={whom.filedOn}
          error={error('counter-filed')}
          onChange={(filedOn) => change({ filedOn })}
        />
        <SelectField
          id="counter-area"
          label={t('counter.area')}
          value={whom.area}
          error={error('counter-area')}
          options={areas}
          onChange={(area) => change({ area })}
        />
      </div>
    </section>
  );
}
