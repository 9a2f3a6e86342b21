import { StartError, startServer } from '@careway/server';
import { exitCodes, UsageError } from '../answer.js';
import type { Io } from '../io.js';

export interface ServeOptions {
  readonly dataDir: string;
  readonly packDirs: readonly string[];
  readonly port: number;
  readonly demo: boolean;
}

/** `careway serve`: runs until it is stopped. What keeps it from starting is one plain line. */
export async function serve(io: Io, { dataDir, packDirs, port, demo }: ServeOptions): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port: a number from 0 to 65535');
  if (packDirs.length === 0) throw new UsageError('--pack: name the folder of a pack to serve');
  try {
    const server = await startServer({ dataDir, packDirs, port, demo, print: io.out });
    await server.stopped;
    return exitCodes.fine;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    io.err(error.message);
    return exitCodes.findings;
  }
}
