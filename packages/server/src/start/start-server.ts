import type { DemoOptions } from '../instance.js';
import { assertPortFree, listenOn } from './listen.js';
import { openInstance, type ServerSettings } from './open-instance.js';
import { runDueLoop } from './run-due-loop.js';
import { runSessionPurge } from './run-session-purge.js';
import { webFolder } from './web-folder.js';

export interface StartOptions extends ServerSettings {
  /** 8040 when left out; 0 chooses a free one. */
  readonly port?: number;
  /** Where the address and the demo's log-ins are told; standard output when left out. */
  readonly print?: (line: string) => void;
  /** Stops on SIGINT and SIGTERM; true when left out. */
  readonly stopOnSignals?: boolean;
}

/** A server that listens. */
export interface RunningServer {
  readonly address: string;
  /** Finishes what is under way, then closes the database. Safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when the server has stopped. */
  readonly stopped: Promise<void>;
}

const defaultPort = 8040;

/**
 * Starts the whole product on one port of this machine: interface, web app, clocks and outbox. Resolves when it listens.
 * @throws StartError with one plain line: port taken, folder not writable, database of a newer version, broken pack.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const port = options.port ?? defaultPort;
  const print = options.print ?? ((line: string) => void process.stdout.write(`${line}\n`));
  if (port !== 0) await assertPortFree(port);
  const staticDir = options.staticDir ?? webFolder();
  const { careway, app, logger, demo } = await openInstance({ ...options, ...(staticDir !== undefined && { staticDir }) });
  const server = await listenOn(app, port).catch(async (error: unknown) => {
    await careway.close();
    throw error;
  });
  const loop = runDueLoop(careway, logger);
  const purge = runSessionPurge(careway, logger);
  const running = runningServer(server.address, async () => {
    await server.close();
    await loop.stop();
    await purge.stop();
    await careway.close();
  });
  if (options.stopOnSignals ?? true) stopOnSignals(running);
  for (const line of greeting(server.address, staticDir, demo)) print(line);
  return running;
}

function runningServer(address: string, close: () => Promise<void>): RunningServer {
  let closing: Promise<void> | undefined;
  let resolve: () => void = () => {};
  const stopped = new Promise<void>((done) => {
    resolve = done;
  });
  const stop = () => {
    closing ??= close().finally(resolve);
    return closing;
  };
  return { address, stop, stopped };
}

function stopOnSignals(running: RunningServer): void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = () => void running.stop();
  for (const signal of signals) process.once(signal, onSignal);
  void running.stopped.then(() => {
    for (const signal of signals) process.removeListener(signal, onSignal);
  });
}

function* greeting(address: string, staticDir: string | undefined, demo: DemoOptions | undefined): Generator<string> {
  yield `Careway 颐程  ${address}`;
  if (!staticDir) yield `The web app is not built; only the interface is served: ${address}/api/v1/openapi.json`;
  const tenants = Object.entries(demo?.people ?? {}).filter(([, people]) => people.length > 0);
  for (const [tenant, people] of tenants) {
    yield `Demo log-ins of ${tenant} (password of all: ${people[0]?.password}):`;
    for (const { login, name, role } of people) yield `  ${login.padEnd(16)} ${role['zh-CN']}  ${name}`;
  }
  if (tenants.length > 1) yield `The log-in page lets one choose the city; ${address}/t/<city> leads to it.`;
  yield 'Stop with Ctrl+C';
}
