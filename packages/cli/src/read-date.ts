import { isDate } from '@careway/definition';
import { UsageError } from './answer.js';

/** An option that must be a day of the calendar, ISO; left out stays left out. Throws `UsageError` for anything else. */
export function readDateOption(name: string, given: string | undefined): string | undefined {
  if (given !== undefined && !isDate(given)) throw new UsageError(`${name}: not a date: ${given} (write 2026-09-28)`);
  return given;
}

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** The same for an instant with its time zone. */
export function readInstantOption(name: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const day = instant.exec(given)?.[1];
  if (day === undefined || !isDate(day)) throw new UsageError(`${name}: not an instant: ${given} (write 2021-07-05T09:00:00+08:00)`);
  return given;
}
