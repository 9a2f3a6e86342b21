import type { EffectRunner } from '../effects/effect-runner.js';
import type { ImportRunner } from '../imports/import-runner.js';
import type { CommandLoop } from '../loop/command-loop.js';
import type { DueLoop } from '../loop/due-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { PeopleDirectory } from '../people/people-directory.js';
import type { ScheduleRunner } from '../schedules/schedule-runner.js';
import type { HistoryDigest } from './history-digest.js';

/** What reading for a viewer needs. */
export interface ReadingTools {
  readonly parts: TenantParts;
  readonly people: PeopleDirectory;
}

/** The working parts of one tenant's runtime. */
export interface TenantTools extends ReadingTools {
  readonly loop: CommandLoop;
  readonly effects: EffectRunner;
  readonly due: DueLoop;
  readonly schedules: ScheduleRunner;
  readonly history: HistoryDigest;
  readonly imports: ImportRunner;
}
