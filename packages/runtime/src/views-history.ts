import type { LocalizedText } from '@careway/definition';
import type { CitySetView, ClauseView, PersonView, TablesView } from './views-basis.js';

/** One act as a sentence. */
export interface ActView {
  readonly seq: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly late: boolean;
  readonly actor: {
    readonly kind: 'person' | 'public' | 'system';
    readonly person?: PersonView;
    readonly as?: LocalizedText;
    readonly channel?: string;
  };
  readonly step?: LocalizedText;
  readonly items: readonly { readonly id: string; readonly row: number; readonly name: string }[];
  readonly sentence: LocalizedText;
  readonly opinion?: string;
  readonly reason?: string;
  readonly clause?: ClauseView;
  readonly result?: {
    readonly amount?: string;
    readonly formula?: string;
    readonly matched: readonly { readonly rule: string; readonly clause?: ClauseView; readonly citySet?: CitySetView }[];
    readonly tables?: TablesView;
  };
  readonly erased: boolean;
  /** Number of the later act that supersedes it: a correction or a revocation. */
  readonly supersededBy?: number;
  /** Hash of this act in the chain. */
  readonly hash: string;
  readonly definition?: string;
}

export interface HistoryView {
  readonly acts: readonly ActView[];
  readonly chain: { readonly ok: boolean; readonly head: string; readonly length: number; readonly brokenAt?: number };
}
