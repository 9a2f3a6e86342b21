const formats = new Map<string, Intl.DateTimeFormat>();

/** Offsets change on the quarter hour, if at all. */
const quarter = 15 * 60_000;
const latest = new Map<string, { readonly quarter: number; readonly offset: string }>();

/** Offset of a time zone at an instant, such as `+08:00`. @param at milliseconds since 1970. */
export function offsetAt(zone: string, at: number): string {
  const known = latest.get(zone);
  const now = Math.floor(at / quarter);
  if (known?.quarter === now) return known.offset;
  const offset = readOffset(zone, at);
  latest.set(zone, { quarter: now, offset });
  return offset;
}

function readOffset(zone: string, at: number): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.slice(3);
}

/** An instant as ISO text with the zone's offset, in whole seconds: `2021-07-05T09:00:00+08:00`. */
export function instantText(zone: string, at: number): string {
  const offset = offsetAt(zone, at);
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return `${new Date(at + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}

/** An ISO instant with any offset in UTC, so that text order is time order. */
export function utcText(instant: string): string {
  return new Date(instant).toISOString();
}
