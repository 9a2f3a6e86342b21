import { writeSync } from 'node:fs';

/** What a worker is told by its environment. */
export interface WorkerOrder {
  readonly dataDir: string;
  readonly city: string;
  /** Composed pack as JSON text, made once. */
  readonly packFile: string;
  readonly seed: number;
  /** Dies at this point, the first time it is passed after so many acknowledgements. */
  readonly crash?: { readonly point: string; readonly after: number };
  /** Commands after which it ends by itself; for ever when left out. */
  readonly commands?: number;
  /** The last command sent before a kill whose answer never came: sent again first. */
  readonly resend?: Sent;
}

/** A command as a client knows it. */
export interface Sent {
  readonly key: string;
  readonly person: string;
  readonly caseId?: string;
  readonly body: unknown;
}

/** An answer that a client got. */
export interface Acknowledged {
  readonly key: string;
  readonly person: string;
  readonly ok: boolean;
  readonly caseId?: string;
  readonly replayed?: boolean;
}

/** One line each, written at once: what was acknowledged is read by the parent even when this process dies in the next instant. */
export function tell(kind: 'ready' | 'sent' | 'acknowledged' | 'failed' | 'report', value: unknown): void {
  writeSync(1, `${JSON.stringify({ kind, value })}\n`);
}

export function order(): WorkerOrder {
  return JSON.parse(process.env.KILL_ORDER ?? '{}') as WorkerOrder;
}
