/** How something reached the office. */
export type Channel = 'online' | 'counter' | 'paper' | 'telephone';

/** Who acts. Names are looked up live; acts hold ids only. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      /** Roles with the area in which they are held. */
      readonly roles: readonly { readonly role: string; readonly area: string }[];
      /** Parties of this case for whom the person may act (the applicant, or an agent of the organisation). */
      readonly parties: readonly string[];
      /** How it reached us. */
      readonly channel?: Channel;
    }
  | {
      readonly kind: 'public';
      readonly channel: Channel;
      /** Parties for which somebody without an account may act: whoever brought the code of the case. */
      readonly parties?: readonly string[];
    }
  | { readonly kind: 'system'; readonly cause: 'clock' | 'effect' };

/** The actor as an act records it. */
export interface ActActor {
  readonly kind: 'person' | 'public' | 'system';
  readonly id?: string;
  /** The role or party in which the person acted. */
  readonly as?: string;
  readonly area?: string;
  readonly channel?: Channel;
  readonly cause?: 'clock' | 'effect';
}
