/** A push as it goes to a browser maker's push service: encrypted, signed with the server's key. */
export interface PushRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface PushAnswer {
  readonly status: number;
  /** How long the service asks us to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
}

/** Takes requests out of the house. Rejects where no answer came. */
export interface PushPost {
  post(request: PushRequest): Promise<PushAnswer>;
  /** Whether an address may be asked at all: the company's own network may not. */
  isAllowed(url: string): boolean;
}
