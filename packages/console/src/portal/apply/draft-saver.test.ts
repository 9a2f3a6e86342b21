import { describe, expect, it, vi } from 'vitest';
import { type Answers, DraftSaver, type DraftSaverPorts, type SavedDraft } from './draft-saver.js';

/** A server that keeps one draft, and a clock that only moves by hand. */
function setUp(ports: Partial<DraftSaverPorts> = {}) {
  const stored: SavedDraft[] = [];
  const waiting: (() => void)[] = [];
  const kept: (Answers | undefined)[] = [];
  const save = vi.fn(async (answers: Answers, version: number) => {
    const saved = { version: version + 1, data: answers };
    stored.push(saved);
    return saved;
  });
  const saver = new DraftSaver(
    { version: 1, data: { name: '李' } },
    {
      save,
      classify: () => 'offline',
      after: (_milliseconds, run) => {
        waiting.push(run);
        return () => waiting.splice(waiting.indexOf(run), 1);
      },
      keep: (answers) => kept.push(answers),
      ...ports,
    },
  );
  return { saver, stored, waiting, kept, save };
}

describe('the draft saver', () => {
  it('saves once some time after typing, with everything typed until then', async () => {
    const { saver, stored, waiting } = setUp();
    saver.change({ name: '李建' });
    saver.change({ name: '李建国', month: '2021-06' });
    expect(stored).toHaveLength(0);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    await vi.waitFor(() => expect(saver.current().status).toBe('saved'));
    expect(stored).toEqual([{ version: 2, data: { name: '李建国', month: '2021-06' } }]);
  });

  it('does not save when nothing changed', async () => {
    const { saver, save } = setUp();
    saver.change({ name: '李' });
    expect(await saver.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });

  it('removes an answer that was emptied', async () => {
    const { saver, stored } = setUp();
    saver.change({ name: undefined });
    await saver.flush();
    expect(stored[0]?.data).toEqual({});
  });

  it('sends what was typed during a save with the next one, upon its version', async () => {
    const gates: (() => void)[] = [];
    const versions: number[] = [];
    const { saver, waiting } = setUp({
      save: async (answers, version) => {
        versions.push(version);
        await new Promise<void>((resolve) => gates.push(resolve));
        return { version: version + 1, data: answers };
      },
    });
    saver.change({ name: 'a' });
    const first = saver.flush();
    saver.change({ name: 'b' });
    gates[0]?.();
    await first;
    expect(saver.current()).toMatchObject({ status: 'unsaved', version: 2, answers: { name: 'b' } });
    waiting.at(-1)?.();
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    await vi.waitFor(() => expect(saver.current().status).toBe('saved'));
    expect(versions).toEqual([1, 2]);
  });

  it('keeps the answers on the device without a network, tries again, and forgets them once stored', async () => {
    let online = false;
    const { saver, waiting, kept } = setUp({
      save: async (answers, version) => {
        if (!online) throw new Error('no answer');
        return { version: version + 1, data: answers };
      },
    });
    saver.change({ name: '李建国' });
    expect(await saver.flush()).toBe(false);
    expect(saver.current()).toMatchObject({ status: 'offline', answers: { name: '李建国' } });
    expect(kept).toEqual([{ name: '李建国' }]);
    online = true;
    waiting.at(-1)?.();
    await vi.waitFor(() => expect(saver.current().status).toBe('saved'));
    expect(kept.at(-1)).toBeUndefined();
  });

  it('stops at a conflict until the person has chosen, then saves upon the version that is there', async () => {
    let conflict = true;
    const versions: number[] = [];
    const { saver } = setUp({
      classify: () => 'conflict',
      save: async (answers, version) => {
        versions.push(version);
        if (conflict) throw new Error('stale');
        return { version: version + 1, data: answers };
      },
    });
    saver.change({ name: 'mine' });
    await saver.flush();
    expect(saver.current().status).toBe('conflict');
    saver.change({ month: '2021-06' });
    expect(await saver.flush()).toBe(false);
    conflict = false;
    expect(await saver.resolve({ name: 'mine' }, 7)).toBe(true);
    expect(versions).toEqual([1, 7]);
    expect(saver.current()).toMatchObject({ status: 'saved', version: 8 });
  });
});
