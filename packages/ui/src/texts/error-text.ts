import type { ErrorCode } from "@veche/contracts";

/** What the reader is told of a failure: what happened, and what to do. */
export interface ErrorText {
  readonly happened: string;
  readonly advice: string;
}

/** Texts for every code of the contract's registry in one language. */
export type ErrorTexts = Readonly<Record<ErrorCode, ErrorText>>;
