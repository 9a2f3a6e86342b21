import type { FormDefinition } from '@careway/definition';
import { type FormPage, pagesOf, propertySchema, type SubmissionOptions } from '@careway/forms';
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

/** What answers are judged by. */
export type Answering = Pick<DraftContext, 'form' | 'service' | 'state' | 'today'>;

/** Options under which the browser judges the answers: those of the server. */
export function answeringOptions({ service, today }: Pick<Answering, 'service' | 'today'>): SubmissionOptions {
  return { today, rules: service.formRules };
}

function allPages(context: Answering): FormPage[] {
  return pagesOf(context.form, context.state.answers, answeringOptions(context));
}

/** Pages to walk through; pages that only ask for consent come with "check answers". */
export function questionPages(context: Answering): FormPage[] {
  return allPages(context).filter((page) => !page.fields.every((id) => isConsent(context.form, id)));
}

/** Fields by which one confirms what was filled in; they stand beside the submit button. */
export function consentFields(context: Answering): string[] {
  return allPages(context)
    .filter((page) => page.fields.every((id) => isConsent(context.form, id)))
    .flatMap((page) => page.fields);
}

function isConsent(form: FormDefinition, id: string): boolean {
  return form.fields.find((field) => field.id === id)?.widget === 'checkbox' && propertySchema(form.schema, id)?.const === true;
}
