import type { Route } from '../route.js';
import { attachmentRoutes } from './attachment-routes.js';
import { caseRoutes } from './case-routes.js';
import { catalogueRoutes } from './catalogue-routes.js';
import { draftRoutes } from './draft-routes.js';
import { listRoutes } from './list-routes.js';
import { operationRoutes } from './operation-routes.js';
import { printRoutes } from './print-routes.js';
import { publicRoutes } from './public-routes.js';
import { publicationRoutes } from './publication-routes.js';
import { importRoutes } from './import-routes.js';
import { registerRoutes } from './register-routes.js';
import { sessionRoutes } from './session-routes.js';
import { tenantRoutes } from './tenant-routes.js';

/** Every route of the interface but its own description, which is made from this table. */
export const routeTable: readonly Route[] = [
  ...tenantRoutes,
  ...sessionRoutes,
  ...printRoutes,
  ...catalogueRoutes,
  ...draftRoutes,
  ...attachmentRoutes,
  ...listRoutes,
  ...registerRoutes,
  ...importRoutes,
  ...caseRoutes,
  ...publicRoutes,
  ...publicationRoutes,
  ...operationRoutes,
];
