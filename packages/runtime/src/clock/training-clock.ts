import type { SettingsStore } from '../ports/inbox-store.js';
import { instantText } from './zone.js';

/** Name of the setting that holds the offset between training time and real time, in milliseconds. */
const offsetSetting = 'clock-offset';

/** What a tenant's time is made from. */
interface ClockSource {
  readonly zone: string;
  readonly settings: SettingsStore;
  /** Real time in milliseconds since 1970. */
  readonly real: () => number;
}

/** The time of a tenant: real, or shifted by a stored offset. It ticks, and it never goes back, whatever the machine's clock does. */
export class TenantTime {
  #offset: number;
  #latest = 0;

  private constructor(
    private readonly source: ClockSource,
    readonly training: boolean,
    offset: number,
  ) {
    this.#offset = offset;
  }

  /** @param start ISO instant at which a training clock starts when none is stored. */
  static async open(options: ClockSource & { readonly start?: string | undefined }): Promise<TenantTime> {
    const { settings, real, start } = options;
    const stored = await settings.get(offsetSetting);
    if (stored === undefined && start === undefined) return new TenantTime(options, false, 0);
    const offset = stored === undefined ? Date.parse(start as string) - real() : Number(stored);
    if (stored === undefined) await settings.set(offsetSetting, String(offset));
    return new TenantTime(options, true, offset);
  }

  /** Milliseconds since 1970. */
  get at(): number {
    this.#latest = Math.max(this.#latest, this.source.real() + this.#offset);
    return this.#latest;
  }

  /** ISO instant with the tenant's offset. */
  now(): string {
    return instantText(this.source.zone, this.at);
  }

  /** Moves a training clock forward and keeps that; an instant not after now changes nothing. */
  async moveTo(at: number): Promise<boolean> {
    if (!this.training || at <= this.at) return false;
    const offset = at - this.source.real();
    await this.source.settings.set(offsetSetting, String(offset));
    this.#offset = offset;
    return true;
  }
}
