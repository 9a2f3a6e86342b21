import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';
import { portError } from './start-error.js';

/** The machine itself only; a proxy in front serves others. */
const host = '127.0.0.1';
/** Milliseconds that open requests get to finish when the server stops. */
const patience = 5000;

export interface ListeningServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Finds out early whether the port is free, before minutes of other work. @throws StartError */
export async function assertPortFree(port: number): Promise<void> {
  const { close } = await listenOn((_request, response) => response.end(), port);
  await close();
}

/** Listens on a port of this machine; 0 chooses a free one. @throws StartError */
export async function listenOn(handler: RequestListener, port: number): Promise<ListeningServer> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000 }, handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port)));
    server.listen(port, host, resolve);
  });
  const { port: opened } = server.address() as AddressInfo;
  return { address: `http://${host}:${opened}`, close: () => closeServer(server) };
}

/** Takes no more requests, lets those under way finish, and cuts what hangs. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
