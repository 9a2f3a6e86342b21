import type { Careway } from '@careway/runtime';
import type { Express } from 'express';
import { type Logger, pino } from 'pino';
import { createApp } from '../app.js';
import type { PasswordCost } from '../auth/password.js';
import type { DemoOptions } from '../instance.js';
import { openTenants } from './open-tenants.js';
import { storeError } from './start-error.js';

/** What a server is started with. */
export interface ServerSettings {
  /** Folder of the database, the key and the files; made when it is not there. */
  readonly dataDir: string;
  /** Folders of packs: a base and what extends it, in any order. */
  readonly packDirs: readonly string[];
  /** Fills the tenants with invented people and records, shows their log-ins, and lets the training clock be moved. */
  readonly demo?: boolean;
  /** Folder of the built web app. */
  readonly staticDir?: string;
  readonly passwordCost?: PasswordCost;
  /** Real time in milliseconds since 1970, where it is not the machine's own: tenants with a real clock live in it. */
  readonly now?: () => number;
  /** Levels of pino; `warn` when left out. */
  readonly logLevel?: string;
  /** Served over HTTPS by a proxy in front. */
  readonly secureCookies?: boolean;
}

/** Everything of a server but the listening. */
export interface OpenInstance {
  readonly careway: Careway;
  readonly app: Express;
  readonly logger: Logger;
  readonly demo?: DemoOptions;
}

/** Opens the database, loads the packs, seeds the demo and makes the application. @throws StartError with one plain line. */
export async function openInstance(settings: ServerSettings): Promise<OpenInstance> {
  const logger = pino({ level: settings.logLevel ?? 'warn', base: null });
  try {
    const { careway, demo } = await openTenants(settings);
    const app = createApp({
      careway,
      logger,
      ...(demo && { demo }),
      ...(settings.staticDir !== undefined && { staticDir: settings.staticDir }),
      ...(settings.passwordCost && { passwordCost: settings.passwordCost }),
      ...(settings.secureCookies !== undefined && { secureCookies: settings.secureCookies }),
    });
    return { careway, app, logger, ...(demo && { demo }) };
  } catch (error) {
    throw storeError(error, settings.dataDir);
  }
}
