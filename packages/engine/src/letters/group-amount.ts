/** An amount as people read it, with thousands separated: 11,330.00 from the decimal text 11330.00. Anything else comes back unchanged. */
export function groupAmount(amount: string): string {
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return whole === undefined ? amount : sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + part;
}
