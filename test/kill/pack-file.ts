import { readFileSync, writeFileSync } from 'node:fs';
import type { ComposedPack } from '@careway/definition';
import { packFromText, packToText } from '../../packages/runtime/src/publications/pack-text.js';

/** Keeps a composed pack in a file, so that a process starts in a moment. */
export function writePack(file: string, pack: ComposedPack): void {
  writeFileSync(file, packToText(pack));
}

export function readPack(file: string): ComposedPack {
  return packFromText(readFileSync(file, 'utf8'));
}
