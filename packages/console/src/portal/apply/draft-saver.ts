export type Answers = Readonly<Record<string, unknown>>;

export interface SavedDraft {
  readonly version: number;
  readonly data: Answers;
}

/** `unsaved`: typed, not sent yet · `offline`: no answer came, tried again by itself · `conflict`: another device saved meanwhile. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface DraftState {
  readonly answers: Answers;
  readonly version: number;
  readonly status: SaveStatus;
  readonly error?: unknown;
}

export interface DraftSaverPorts {
  /** Stores the answers if the draft still has that version; throws otherwise. */
  readonly save: (answers: Answers, version: number, page: string | undefined) => Promise<SavedDraft>;
  readonly classify: (error: unknown) => 'offline' | 'conflict' | 'refused';
  /** Waits; the returned function stops the waiting. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Keeps answers on this device while they cannot be sent; `undefined` forgets them. */
  readonly keep: (answers: Answers | undefined, version: number) => void;
}

/** Pause after the last keystroke before saving, and between tries without a network, in milliseconds. */
const PAUSE = 1500;
const RETRY = 5000;

/**
 * Saves a draft while it is being filled in: some seconds after typing, at once on `flush`, never two saves at a time. What was typed
 * during a save goes out with the next one. Nothing typed is given up: without a network it is kept on the device and tried again.
 */
export class DraftSaver {
  private state: DraftState;
  private page: string | undefined;
  private running: Promise<void> | undefined;
  private stopTimer: (() => void) | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    draft: SavedDraft,
    private readonly ports: DraftSaverPorts,
  ) {
    this.state = { answers: draft.data, version: draft.version, status: 'saved' };
  }

  readonly current = (): DraftState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Merges answers; `undefined` removes one. Answers equal to the present ones change nothing. */
  change(answers: Answers): void {
    const changed = Object.entries(answers).filter(([id, value]) => JSON.stringify(this.state.answers[id]) !== JSON.stringify(value));
    if (changed.length === 0) return;
    const merged: Record<string, unknown> = { ...this.state.answers, ...Object.fromEntries(changed) };
    for (const [id, value] of changed) if (value === undefined) delete merged[id];
    this.set({ answers: merged, status: this.state.status === 'conflict' ? 'conflict' : 'unsaved' });
    this.wait(PAUSE);
  }

  /** Remembers the page the person is on, with the next save. */
  visit(page: string): void {
    this.page = page;
  }

  /** Saves now; resolves when everything typed so far was tried. True when it is stored. */
  async flush(): Promise<boolean> {
    this.stopTimer?.();
    if (this.running) await this.running;
    if (this.state.status === 'saved') return true;
    if (this.state.status === 'conflict') return false;
    this.running = this.saveOnce().finally(() => {
      this.running = undefined;
    });
    await this.running;
    return this.current().status === 'saved';
  }

  /** Ends a conflict: these answers are to be stored over the version that is there now. */
  async resolve(answers: Answers, version: number): Promise<boolean> {
    this.set({ answers, version, status: 'unsaved' });
    return this.flush();
  }

  /** The answers were typed upon an earlier version than the one that was read. */
  rebase(version: number): void {
    this.set({ version });
  }

  stop(): void {
    this.stopTimer?.();
  }

  private async saveOnce(): Promise<void> {
    const sent = this.state.answers;
    this.set({ status: 'saving' });
    try {
      const saved = await this.ports.save(sent, this.state.version, this.page);
      const more = this.state.answers !== sent;
      this.set({ version: saved.version, status: more ? 'unsaved' : 'saved' });
      this.ports.keep(undefined, saved.version);
      if (more) this.wait(PAUSE);
    } catch (error) {
      const status = this.ports.classify(error);
      this.ports.keep(this.state.answers, this.state.version);
      this.set({ status, error });
      if (status === 'offline') this.wait(RETRY);
    }
  }

  private wait(milliseconds: number): void {
    this.stopTimer?.();
    this.stopTimer = this.ports.after(milliseconds, () => void this.flush());
  }

  private set(change: Partial<DraftState>): void {
    const { error: _, ...rest } = this.state;
    this.state = { ...rest, ...change };
    for (const listener of this.listeners) listener();
  }
}
