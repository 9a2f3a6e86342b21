import type { FormDefinition } from '@careway/definition';
import { type FormPage, pagesOf, propertySchema } from '@careway/forms';
import { useOutletContext } from 'react-router';
import type { DraftView, PrefillView, ServiceView } from '../../api/index.js';
import type { DraftSaver, DraftState } from './draft-saver.js';

/** What the pages of one draft share. */
export interface DraftContext {
  readonly draft: DraftView;
  readonly service: ServiceView;
  readonly form: FormDefinition;
  readonly prefill: PrefillView;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly saver: DraftSaver;
  readonly state: DraftState;
}

export function useDraftContext(): DraftContext {
  return useOutletContext<DraftContext>();
}

/** Pages to walk through; pages that only ask for consent come with "check answers". */
export function questionPages({ form, state, today }: Pick<DraftContext, 'form' | 'state' | 'today'>): FormPage[] {
  return pagesOf(form, state.answers, { today }).filter((page) => !page.fields.every((id) => isConsent(form, id)));
}

/** Fields by which one confirms what was filled in; they stand beside the submit button. */
export function consentFields({ form, state, today }: Pick<DraftContext, 'form' | 'state' | 'today'>): string[] {
  return pagesOf(form, state.answers, { today })
    .filter((page) => page.fields.every((id) => isConsent(form, id)))
    .flatMap((page) => page.fields);
}

function isConsent(form: FormDefinition, id: string): boolean {
  return form.fields.find((field) => field.id === id)?.widget === 'checkbox' && propertySchema(form.schema, id)?.const === true;
}
