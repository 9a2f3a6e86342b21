import type { LetterBlock } from '../views.js';
import { itemName } from './item-view.js';
import { whyOfItem } from './why-view.js';
import type { ViewContext } from './view-context.js';

/** What would have to be otherwise for refused rows to be granted. Where a person refused what the tables grant, no change of facts would do. */
export function refusalChanges(context: ViewContext, items: readonly string[]): NonNullable<LetterBlock['changes']> {
  return context.state.items
    .filter(({ id }) => items.includes(id))
    .flatMap((item) => {
      const why = whyOfItem(context, item.id);
      const changes = why?.status === 'refused' ? why.changes : [];
      // nothing to say of a row whose result is not known any more
      return why && (changes.length > 0 || why.status === 'ok') ? [{ row: item.row, name: itemName(context, item), changes }] : [];
    });
}
