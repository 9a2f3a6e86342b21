import { existsSync, readFileSync } from 'node:fs';
import { readJson } from '@careway/definition';
import { UsageError } from './answer.js';

/** Reads an option that is JSON itself or names a file of JSON. */
export function readJsonOption(name: string, given: string): unknown {
  const inline = /^\s*[[{]/.test(given);
  if (!inline && !existsSync(given)) throw new UsageError(`${name}: neither JSON nor a file: ${given}`);
  const read = readJson(inline ? given : readFileSync(given, 'utf8'));
  const problem = read.problems[0];
  if (problem)
    throw new UsageError(
      `${name}: ${problem.code} ${Object.entries(problem.params)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
    );
  return read.value;
}

/** The same, for an option that must be a JSON object. */
export function readObjectOption(name: string, given: string): Record<string, unknown> {
  const value = readJsonOption(name, given);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(`${name}: a JSON object is needed`);
  return value as Record<string, unknown>;
}
