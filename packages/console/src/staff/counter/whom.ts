import { isDateText, normalizeDateText } from '@careway/forms';
import type { TFunction } from 'i18next';
import type { RegisterView, ServiceView } from '../../api/index.js';
import type { SummaryLine } from '../../shared/index.js';
import type { Answers } from '../../sheet/sheet-backup.js';
import { formLookups } from './form-lookups.js';

export const CHANNELS = ['counter', 'paper', 'telephone'] as const;

export interface Whom {
  /** Name of the organisation chosen from the register, or of the person where the form does not ask for it. */
  readonly name: string;
  readonly channel: (typeof CHANNELS)[number];
  readonly filedOn: string;
  readonly area: string;
}

export function emptyWhom(today: string, roles: readonly { readonly area: string }[]): Whom {
  return { name: '', channel: 'counter', filedOn: today, area: roles[0]?.area ?? '' };
}

/** A person applies and the form does not ask for the name. */
export function asksName({ applicants, nameField }: Pick<ServiceView, 'applicants' | 'nameField'>): boolean {
  return applicants.includes('person') && nameField === undefined;
}

/** One may also file without a name. */
export function isAnonymousToo({ applicants }: Pick<ServiceView, 'applicants'>): boolean {
  return applicants.includes('anonymous');
}

interface JudgedWhom {
  readonly whom: Whom;
  readonly service: ServiceView;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly registers: readonly RegisterView[];
  readonly answers: Answers;
}

/** What is still to be said of whom it is for. */
export function whomFaults({ whom, service, today, registers, answers }: JudgedWhom, t: TFunction<'staff'>): SummaryLine[] {
  const date = normalizeDateText(whom.filedOn);
  const lines: SummaryLine[] = [];
  const organisation = service.applicants.includes('person')
    ? undefined
    : formLookups(service.form, registers).find(({ people }) => !people);
  if (organisation && !answers[organisation.field])
    lines.push({ target: 'counter-organisation', message: t('counter.organisationMissing') });
  if (asksName(service) && !isAnonymousToo(service) && whom.name.trim() === '') {
    lines.push({ target: 'counter-name', message: t('counter.nameMissing') });
  }
  if (!isDateText(date)) lines.push({ target: 'counter-filed', message: t('panel.dateMissing') });
  else if (date > today) lines.push({ target: 'counter-filed', message: t('panel.dateFuture', { date: today }) });
  if (!whom.area) lines.push({ target: 'counter-area', message: t('counter.areaMissing') });
  return lines;
}
