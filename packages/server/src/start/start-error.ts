import { StoreUnusable } from '@careway/runtime';

/** Why the server cannot start, as one plain line for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError';
  constructor(
    readonly code: 'PORT_TAKEN' | 'PORT_REFUSED' | 'FOLDER_NOT_WRITABLE' | 'DATABASE_NEWER' | 'DATABASE_UNUSABLE' | 'PACK_UNUSABLE',
    message: string,
  ) {
    super(message);
  }
}

/** What went wrong with the port, in words. */
export function portError(error: unknown, port: number): StartError {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return new StartError('PORT_TAKEN', `Port ${port} is taken. Stop the other program, or start with another one: --port ${port + 1}`);
  }
  return new StartError('PORT_REFUSED', `Port ${port} cannot be opened (${code ?? 'unknown reason'}). Try another one: --port 8040`);
}

/** What went wrong with the data folder, in words; any other fault stays itself. */
export function storeError(error: unknown, dataDir: string): unknown {
  if (error instanceof StoreUnusable) {
    if (error.code === 'NOT_WRITABLE') return new StartError('FOLDER_NOT_WRITABLE', error.message);
    return new StartError(error.code === 'NEWER_VERSION' ? 'DATABASE_NEWER' : 'DATABASE_UNUSABLE', error.message);
  }
  const code = (error as { code?: string }).code;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError('FOLDER_NOT_WRITABLE', `The data folder ${dataDir} cannot be written (${code}). Choose another one with --data`);
  }
  return error;
}
