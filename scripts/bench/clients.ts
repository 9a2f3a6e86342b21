import { processorTime } from './processor-time.js';

/** What one round of clients did. */
export interface Round {
  readonly perSecond: number;
  /** Microseconds of processor time of this process, a request. */
  readonly processor: number;
  /** Milliseconds of every request, in no order. */
  readonly latencies: readonly number[];
}

/** Lets clients send one request after another for some time; each waits for its answer. `send` gets the client's number. */
export async function runClients(count: number, ms: number, send: (client: number) => Promise<unknown>): Promise<Round> {
  const start = performance.now();
  const used = processorTime();
  const latencies: number[] = [];
  const client = async (number: number) => {
    while (performance.now() - start < ms) {
      const sent = performance.now();
      await send(number);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => client(number)));
  const processor = (processorTime() - used) / latencies.length;
  return { perSecond: (latencies.length * 1000) / (performance.now() - start), processor, latencies };
}
