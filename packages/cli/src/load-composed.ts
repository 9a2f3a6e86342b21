import { existsSync } from 'node:fs';
import type { ComposedPack, Issue } from '@careway/definition';
import { loadPackChain, PackFolderError } from '@careway/runtime';
import { UsageError } from './answer.js';

export interface LoadedPack {
  readonly composed: ComposedPack | undefined;
  readonly issues: readonly Issue[];
}

/** Loads a pack folder with its bases; a folder that is no pack is wrong usage, a broken pack is findings. */
export function loadPack(folder: string): LoadedPack {
  if (!existsSync(folder)) throw new UsageError(`No such folder: ${folder}`);
  try {
    const { composed, issues } = loadPackChain(folder);
    return { composed, issues };
  } catch (error) {
    if (error instanceof PackFolderError) throw new UsageError(error.message);
    throw error;
  }
}

/** For verbs that need a sound pack: its errors end the verb with findings. */
export class BrokenPack extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('The pack has errors; careway check lists them.');
  }
}

export function loadSound(folder: string): ComposedPack {
  const { composed, issues } = loadPack(folder);
  if (!composed) throw new BrokenPack(issues);
  return composed;
}
