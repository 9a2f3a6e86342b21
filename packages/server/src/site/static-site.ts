import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';

/**
 * The built web app. Files under `assets/` carry the hash of their content in their name and are kept for a year; every other address is the
 * app's own and answers with its start page, which is asked for anew each time.
 */
export function staticSite(folder: string): Router {
  const router = express.Router();
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`no index.html in ${folder}`);
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }));
  router.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found');
  });
  router.use(express.static(folder, { index: false, redirect: false, maxAge: 0 }));
  router.get('/{*path}', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  return router;
}
