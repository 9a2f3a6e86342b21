/** Zone of simulations: no summer time, and that of the shipped packs. */
const OFFSET = '+08:00';

/** A date means 09:00 of that day; an instant stays as it is. */
export function simulatedInstant(text: string): string {
  return text.length === 10 ? `${text}T09:00:00${OFFSET}` : text;
}

/** Orders instants, whatever their offsets. */
export function instantMillis(text: string): number {
  return Date.parse(text);
}
