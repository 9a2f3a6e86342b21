import type { IncomingMessage } from 'node:http';
import express, { type Express, type Response, type Router } from 'express';
import { limitersOf } from './http/limits.js';
import { runRoute } from './http/pipeline.js';
import { requestLog } from './http/request-log.js';
import { sendAnswer } from './http/send-answer.js';
import { problemHandler } from './http/send-problem.js';
import { prepareShape } from './http/validate-shape.js';
import { type AppOptions, type Instance, instanceOf } from './instance.js';
import { refuse } from './problem.js';
import type { Route } from './route.js';
import { withDescription } from './routes/description-route.js';
import { routeTable } from './routes/route-table.js';
import { securityHeaders } from './site/security-headers.js';
import { staticSite } from './site/static-site.js';

/** Every route of the interface. OpenAPI, the permission test and the router are made of this one table. */
export const routes: readonly Route[] = withDescription(routeTable);

/**
 * The whole HTTP edge as an Express application: `/api/v1` and, where `staticDir` is given, the web app. It starts nothing and listens
 * nowhere. @throws Error when no tenant is open, or the web app's folder holds none.
 */
export function createApp(options: AppOptions): Express {
  const instance = instanceOf(options);
  const routeOfRequest = new WeakMap<IncomingMessage, string>();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // one level, scalars only: no filter object ever comes from outside
  app.set('query parser', 'simple');
  app.use(securityHeaders({ https: options.secureCookies ?? false }));
  app.use(
    '/api',
    requestLog(instance.logger, (request) => routeOfRequest.get(request)),
  );
  app.use('/api/v1', apiRouter(instance, routeOfRequest));
  app.use('/api', () => refuse('ROUTE_UNKNOWN'));
  if (options.staticDir) app.use(staticSite(options.staticDir));
  app.use(() => refuse('ROUTE_UNKNOWN'));
  app.use(problemHandler(instance.logger));
  return app;
}

function apiRouter(instance: Instance, routeOfRequest: WeakMap<IncomingMessage, string>): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const limiters = limitersOf(instance);
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    if (route.query) prepareShape(route.query, true);
    if (route.body?.kind === 'json') prepareShape(route.body.schema);
    const limiter = route.rateLimit ? [limiters[route.rateLimit]] : [];
    router[route.method](route.path, ...limiter, async (request, response) => {
      routeOfRequest.set(request, route.id);
      sendAnswer(route, await runRoute(instance, route, request), response);
    });
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    const allow = allowed.join(', ');
    router.all(path, (_request, _response: Response) => refuse('METHOD_NOT_ALLOWED', { allow }, { Allow: allow }));
  }
  return router;
}
