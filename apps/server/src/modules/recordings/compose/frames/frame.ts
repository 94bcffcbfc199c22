/** A picture, or a piece of sound, as it stands in a film. */
export interface Frame {
  /** Since the recording began. */
  readonly atMs: number;
  /** Needs nothing before it. */
  readonly isKey: boolean;
  readonly bytes: Buffer;
}
