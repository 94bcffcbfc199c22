/** What the SDK needs of the machine; a test gives its own. */
export interface Powers {
  readonly fetch: typeof fetch;
  nowMs(): number;
  /** Settles after so long, or at once when `signal` is aborted. */
  wait(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
  newId(): string;
}
