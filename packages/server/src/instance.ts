import type { LocalizedText } from '@careway/definition';
import type { Careway } from '@careway/runtime';
import type { Logger } from 'pino';
import type { PasswordCost } from './auth/password.js';
import { PdfPrinter } from './print/pdf-printer.js';

/** A log-in that the demo prints and shows; never a real person's. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly role: LocalizedText;
  readonly password: string;
  /** What to try with this person. */
  readonly hint?: LocalizedText;
}

/** What makes a server a demo: printed log-ins, a clock that can be moved, generous limits. */
export interface DemoOptions {
  /** By tenant id. */
  readonly people: Readonly<Record<string, readonly DemoPerson[]>>;
  /** What must be known of a demo's policies, by tenant id. */
  readonly notices?: Readonly<Record<string, LocalizedText>>;
}

export interface AppOptions {
  readonly careway: Careway;
  /** Tenant served when a request names none; the first one when left out. */
  readonly defaultTenant?: string;
  /** Folder of the built web app. */
  readonly staticDir?: string;
  readonly demo?: DemoOptions;
  readonly logger: Logger;
  /** Real milliseconds, for sessions and limits. */
  readonly now?: () => number;
  /** Milliseconds a session lives after the last request; 30 minutes when left out. */
  readonly sessionLifetime?: number;
  /** Cost of argon2id; tests lower it. */
  readonly passwordCost?: PasswordCost;
  /** Served over HTTPS by a proxy in front: cookies get `Secure`. */
  readonly secureCookies?: boolean;
  /** Attempts to log in by one address in 15 minutes, and public writes likewise. */
  readonly rateLimits?: { readonly login?: number; readonly publicWrite?: number };
  readonly version?: string;
}

/** The options with every default filled in; what handlers see. */
export interface Instance extends AppOptions {
  readonly defaultTenant: string;
  readonly now: () => number;
  readonly sessionLifetime: number;
  readonly version: string;
  readonly printer: PdfPrinter;
}

const halfAnHour = 30 * 60 * 1000;

/** Fills the defaults. Throws when no tenant is open: such a server could answer nothing. */
export function instanceOf(options: AppOptions): Instance {
  const defaultTenant = options.defaultTenant ?? options.careway.tenants()[0]?.id;
  if (!defaultTenant || !options.careway.tenant(defaultTenant)) throw new Error('no tenant to serve');
  return {
    ...options,
    defaultTenant,
    now: options.now ?? Date.now,
    sessionLifetime: options.sessionLifetime ?? halfAnHour,
    version: options.version ?? '0.1.0',
    printer: new PdfPrinter(),
  };
}
