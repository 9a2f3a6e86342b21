import { randomUUID } from 'node:crypto';
import { HttpConnection } from './http-connection.js';

/** A case as the load generator knows it. */
export interface TargetCase {
  readonly path: string;
  readonly task: string;
  readonly version: number;
}

export interface LoadTask {
  readonly port: number;
  readonly connections: number;
  readonly ms: number;
  /** Requests a second; as many as the server answers when left out. */
  readonly rate?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cases: readonly TargetCase[];
}

export interface LoadResult {
  /** All that were sent, those that put the cases back afterwards too. */
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly versions: readonly number[];
}

interface Turning extends TargetCase {
  version: number;
  taken: boolean;
}

/** A connection and the cases that only it touches. */
interface Lane {
  readonly connection: HttpConnection;
  readonly cases: readonly Turning[];
  next: number;
}

/** Sends commands to the cases, each case by one connection at a time; latency counts from the moment a request was due. */
class Load {
  readonly latencies: number[] = [];
  readonly #lanes: readonly Lane[];
  readonly cases: readonly Turning[];
  readonly #run = randomUUID();
  #keys = 0;

  constructor(readonly task: LoadTask) {
    this.cases = task.cases.map((one) => ({ ...one, taken: false }));
    this.#lanes = Array.from({ length: task.connections }, (_, at) => ({
      connection: new HttpConnection(task.port),
      cases: this.cases.filter((_case, index) => index % task.connections === at),
      next: 0,
    }));
  }

  async run(): Promise<LoadResult> {
    const start = performance.now();
    await (this.task.rate === undefined ? this.#closed(start) : this.#open(start, this.task.rate));
    const seconds = (performance.now() - start) / 1000;
    for (const turning of this.cases) if (turning.taken) await this.#turn(this.#lanes[0]?.connection as HttpConnection, turning);
    for (const { connection } of this.#lanes) connection.close();
    const sorted = [...this.latencies].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return {
      requests: this.#keys,
      perSecond: sorted.length / seconds,
      p50: at(0.5),
      p99: at(0.99),
      versions: this.cases.map(({ version }) => version),
    };
  }

  async #closed(start: number): Promise<void> {
    const client = async (lane: Lane) => {
      while (performance.now() - start < this.task.ms) await this.#send(lane, performance.now());
    };
    await Promise.all(this.#lanes.map(client));
  }

  async #open(start: number, rate: number): Promise<void> {
    const idle = [...this.#lanes];
    const due: number[] = [];
    let [sent, planned] = [0, 0];
    const pump = () => {
      while (idle.length > 0 && due.length > 0) {
        const lane = idle.pop() as Lane;
        sent += 1;
        void this.#send(lane, due.shift() as number).then(() => {
          idle.push(lane);
          sent -= 1;
          pump();
        });
      }
    };
    while (performance.now() - start < this.task.ms || sent > 0 || due.length > 0) {
      const elapsed = Math.min(this.task.ms, performance.now() - start);
      for (; planned < (elapsed * rate) / 1000; planned += 1) due.push(start + (planned * 1000) / rate);
      pump();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #send(lane: Lane, since: number): Promise<void> {
    const turning = lane.cases[lane.next++ % lane.cases.length] as Turning;
    await this.#turn(lane.connection, turning);
    this.latencies.push(performance.now() - since);
  }

  async #turn(connection: HttpConnection, turning: Turning): Promise<void> {
    this.#keys += 1;
    const body = JSON.stringify({ type: turning.taken ? 'ReleaseTask' : 'TakeTask', task: turning.task });
    const key = `${this.#run}-${this.#keys}`;
    const headers = { ...this.task.headers, 'idempotency-key': key, 'if-match': `"${turning.version}"` };
    const reply = await connection.post(turning.path, headers, body);
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.slice(0, 500)}`);
    turning.version = Number(reply.etag ?? turning.version);
    turning.taken = !turning.taken;
  }
}

process.on('message', (task: LoadTask) => {
  new Load(task).run().then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
