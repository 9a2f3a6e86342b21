import { isPlain, type TextEncoding } from './decode-text.js';

/** Part of the platform in browsers and Node alike. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };

/** Decodes text that arrives in pieces; `undefined` as soon as the bytes are no text in this encoding. */
export class TextStream {
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: TextEncoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(bytes: Uint8Array): string | undefined {
    return this.#decode(() => this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string | undefined {
    return this.#decode(() => this.#decoder.decode());
  }

  #decode(decode: () => string): string | undefined {
    try {
      const text = decode();
      return isPlain(text) ? text : undefined;
    } catch {
      return undefined;
    }
  }
}
