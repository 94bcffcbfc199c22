export type FetchRefusal =
  /** An address that must not be asked, or a name that leads nowhere. */
  | "address"
  | "redirects"
  | "time"
  | "size"
  /** Another status than 200, or content of another type than was wanted. */
  | "answer"
  | "network";

export type Fetched =
  | {
      readonly ok: true;
      /** After redirects. */
      readonly url: string;
      readonly contentType: string;
      readonly bytes: Buffer;
    }
  | { readonly ok: false; readonly reason: FetchRefusal };

export interface Wanted {
  /** Does content of this type serve? */
  readonly isWanted: (contentType: string) => boolean;
  readonly maxBytes: number;
  /** Is the beginning enough where there is more than `maxBytes`? */
  readonly cutsAtLimit: boolean;
}
