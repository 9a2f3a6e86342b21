import { formatMoney } from './format-money.js';

/** An amount in yuan from decimal text: ¥1,234.00, — if none. */
export function Money({ amount }: { readonly amount: string | undefined }) {
  return <span className="figure money">{formatMoney(amount)}</span>;
}
