import { canonicalJson, sha256Hex } from '@careway/definition';
import type { Act } from '@careway/engine';
import { describe, expect, it } from 'vitest';
import { sampleAct } from '../testing/index.js';
import { chainStart, extendChain } from './act-hash.js';
import { verifyChain } from './verify-chain.js';

function act(seq: number): Act {
  const value = `opinion ${seq}`;
  return {
    ...sampleAct(seq),
    slots: { opinion: { subject: 's1', salt: 'aa', value, commitment: sha256Hex(`aa${canonicalJson(value)}`) } },
  };
}

function history(length: number) {
  let head = chainStart('c1');
  return Array.from({ length }, (_, index) => {
    const acts = [act(index + 1)];
    head = extendChain(head, acts);
    return { acts, head };
  });
}

function changed(links: ReturnType<typeof history>, at: number, change: (act: Act) => Act) {
  return links.map((link, index) => (index === at - 1 ? { ...link, acts: link.acts.map(change) } : link));
}

describe('the chain', () => {
  it('verifies an untouched history', () => {
    expect(verifyChain('c1', history(5))).toMatchObject({ ok: true, length: 5 });
  });

  it('still verifies when a value and its salt were erased', () => {
    const erased = changed(history(5), 2, (one) => {
      const { value: _, ...slot } = one.slots.opinion as Act['slots'][string];
      return { ...one, slots: { opinion: { ...slot, salt: '' } } };
    });
    expect(verifyChain('c1', erased).ok).toBe(true);
  });

  it.each([
    [
      'a changed value',
      (one: Act): Act => ({ ...one, slots: { opinion: { ...(one.slots.opinion as Act['slots'][string]), value: 'other' } } }),
    ],
    ['a changed day', (one: Act): Act => ({ ...one, effectiveOn: '2020-01-01' })],
    ['a changed actor', (one: Act): Act => ({ ...one, actor: { kind: 'person', id: 'p2' } })],
    [
      'another commitment',
      (one: Act): Act => ({ ...one, slots: { opinion: { ...(one.slots.opinion as Act['slots'][string]), commitment: 'x' } } }),
    ],
  ])('finds %s', (_, change) => {
    expect(verifyChain('c1', changed(history(5), 3, change))).toMatchObject({ ok: false, brokenAt: 3 });
  });

  it('finds a missing act and a history of another case', () => {
    expect(
      verifyChain(
        'c1',
        history(5).filter((_, index) => index !== 2),
      ),
    ).toMatchObject({ ok: false, brokenAt: 3 });
    expect(verifyChain('c2', history(2))).toMatchObject({ ok: false, brokenAt: 1 });
  });
});
