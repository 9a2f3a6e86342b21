import type { ScopedTenant, TenantRuntime, Viewer, WriteOptions } from '@careway/runtime';
import type { OpenSession } from './auth/session.js';
import type { Instance } from './instance.js';
import type { BodySpec, Carries } from './schemas/carried-type.js';

/** Kinds of roles, as the organisation document knows them. */
export type RoleKind = 'applicant' | 'staff' | 'supervisor' | 'administrator' | 'auditor' | 'operator';

/** Who may call a route: anybody, any logged-in person, or holders of a role of one of these kinds. Scope is the runtime's affair. */
export type Who = 'all' | 'person' | readonly RoleKind[];

export type Method = 'get' | 'post' | 'put' | 'delete';

/** What a route answers with: JSON of a schema, a file, or nothing. */
export type AnswerSpec =
  | { readonly kind: 'json'; readonly status?: 200 | 201; readonly schema: object; readonly etag?: true }
  | { readonly kind: 'file'; readonly types: readonly string[] }
  | { readonly kind: 'empty' };

/** One line of the route table, from which routing, validation, OpenAPI and the permission test are all made. */
export interface Route {
  /** Stable name; OpenAPI's operationId. */
  readonly id: string;
  readonly method: Method;
  /** Express path below `/api/v1`. */
  readonly path: string;
  readonly who: Who;
  readonly summary: string;
  readonly query?: object;
  readonly body?: BodySpec;
  readonly answer: AnswerSpec;
  /** Needs the header Idempotency-Key. */
  readonly idempotent?: true;
  /** Needs the header If-Match. */
  readonly ifMatch?: true;
  readonly rateLimit?: 'login' | 'public-write';
  /** Does not prolong the session, so that a page can ask how long it still lasts. */
  readonly keepsSessionEnd?: true;
  readonly handle: (request: RouteRequest) => Promise<Answer>;
}

export interface RouteRequest<Body = unknown, Query = unknown> {
  readonly instance: Instance;
  readonly tenant: TenantRuntime;
  readonly viewer: Viewer;
  readonly scoped: ScopedTenant;
  readonly session?: OpenSession;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Media type of the body, without parameters. */
  readonly contentType: string;
  /** Valid where the route is `idempotent` (and `ifMatch`). */
  readonly write: WriteOptions;
  readonly locale: 'zh-CN' | 'en';
}

export type Answer =
  | { readonly kind: 'json'; readonly value: unknown; readonly version?: number; readonly replayed?: boolean; readonly cookie?: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly type: string; readonly name: string }
  | { readonly kind: 'empty'; readonly cookie?: string };

type Definition<Body, Query> = Omit<Route, 'body' | 'query' | 'handle'> & {
  readonly body?: BodySpec & Carries<Body>;
  readonly query?: object & Carries<Query>;
  readonly handle: (request: RouteRequest<Body, Query>) => Promise<Answer>;
};

/** Declares a route; the handler's body and query have the types of their schemas. */
export function defineRoute<Body = undefined, Query = Record<string, never>>(definition: Definition<Body, Query>): Route {
  // the pipeline validates body and query by these very schemas before it calls the handler
  return definition as unknown as Route;
}

/** A JSON answer. `version` becomes the ETag. */
export const json = (value: unknown, more: { version?: number; replayed?: boolean; cookie?: string } = {}): Answer => ({
  kind: 'json',
  value,
  ...more,
});
