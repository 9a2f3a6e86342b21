import type { ActionView, CaseView } from '../../api/index.js';

/** The action with a form that the viewer may take now, at the step and of the name asked for. */
export function sheetAction(
  { actions }: Pick<CaseView, 'actions'>,
  wanted: { readonly step?: string | undefined; readonly action?: string | undefined },
): ActionView | undefined {
  const able = actions.filter(({ form, available }) => form !== undefined && available);
  const fits = ({ step, action }: ActionView) =>
    (wanted.step === undefined || wanted.step === step) && (wanted.action === undefined || wanted.action === action);
  return able.find(fits);
}
