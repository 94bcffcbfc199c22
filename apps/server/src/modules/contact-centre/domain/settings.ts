/** How long things may take in the contact centre. */
export interface ContactCentreSettings {
  /** An offer rings this long, then goes to the next operator. */
  readonly ringTimeoutMs: number;
  /** After declining or missing a request an operator is not asked for it again sooner than this. */
  readonly askAgainAfterMs: number;
  /** An operator whose last socket closed is offline after this. */
  readonly operatorGraceMs: number;
  /** A chat whose operator is away this long ends; calls hold their own seats. */
  readonly operatorSeatMs: number;
  /** A waiting customer whose last socket closed loses the place after this. */
  readonly customerGraceMs: number;
  /** So many missed rings in a row make an operator `not_responding`. */
  readonly missesAllowed: number;
  /** How long an operator writes down what a session came to, until an administrator chooses. */
  readonly wrapUpMs: number;
  /** Where the day of the live board begins: an IANA name. */
  readonly timeZone: string;
}

export const defaultSettings: ContactCentreSettings = {
  ringTimeoutMs: 20_000,
  askAgainAfterMs: 20_000,
  operatorGraceMs: 15_000,
  operatorSeatMs: 60_000,
  customerGraceMs: 120_000,
  missesAllowed: 2,
  wrapUpMs: 30_000,
  timeZone: "UTC",
};
