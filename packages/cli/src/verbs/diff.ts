import { differencePacks } from '@careway/definition';
import type { Answer } from '../answer.js';
import { loadSound } from '../load-composed.js';

/** `careway diff`: what the second pack has otherwise than the first, each composed with its bases, in plain language. */
export function diffPacks(first: string, second: string): Answer {
  const [before, after] = [loadSound(first), loadSound(second)];
  const differences = differencePacks(before, after);
  const side = ({ manifest: { id, version }, hash }: typeof before) => ({ id, version, hash });
  const text = differences.map((difference) => `${difference.text['zh-CN']} / ${difference.text.en}`);
  const summary = differences.length === 0 ? '✓ no difference' : `◆ ${differences.length} differences`;
  return {
    exit: 0,
    json: { status: 'ok', before: side(before), after: side(after), same: differences.length === 0, differences },
    text: [...text, summary],
  };
}
