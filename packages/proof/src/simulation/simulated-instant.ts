/** Zone of simulations that name none: no summer time, and that of the shipped packs. */
const OFFSET = '+08:00';

/** A date means 09:00 of that day, in the zone of the instant before it where there is one; an instant stays as it is. */
export function simulatedInstant(text: string, before?: string): string {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(before ?? '')?.[0] ?? OFFSET;
  return text.length === 10 ? `${text}T09:00:00${offset}` : text;
}

/** Orders instants, whatever their offsets. */
export function instantMillis(text: string): number {
  return Date.parse(text);
}
