import type { PostAnswer } from "../../platform/guarded-fetch/guarded-post.ts";
import { signedHeaders } from "./sign.ts";
import type { EndpointRow } from "./store/endpoints.ts";
import type { WebhookPowers } from "./webhook-powers.ts";

export interface Posted {
  readonly at: Date;
  /** Undefined where nobody answered in time or nobody may be asked there. */
  readonly answer: PostAnswer | undefined;
  readonly tookMs: number;
}

/** Posts a message once, signed. */
export async function postMessage(
  { clock, secrets, outside, log }: WebhookPowers,
  endpoint: EndpointRow,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<Posted> {
  const at = clock.now();
  const { oldSecret, oldSecretUntil } = endpoint;
  const isOldGood = oldSecretUntil !== null && oldSecretUntil > at;
  const present = [endpoint.secret, ...(isOldGood ? [oldSecret] : [])];
  const signed = signedHeaders(
    { id, at, body },
    present.flatMap((one) => (one === null ? [] : [secrets.open(one)])),
  );
  let answer: PostAnswer | undefined;
  try {
    answer = await outside.post({
      url: endpoint.url,
      headers: { "content-type": "application/json", ...signed },
      body: Buffer.from(body),
    });
  } catch (error) {
    log.info({ error, endpointId: endpoint.id }, "a webhook had no answer");
  }
  return {
    at,
    answer,
    tookMs: Math.max(0, clock.now().getTime() - at.getTime()),
  };
}

/** Standard Webhooks: 2xx and nothing else takes a message. */
export const isTaken = (answer: PostAnswer | undefined): boolean =>
  answer !== undefined && answer.status >= 200 && answer.status <= 299;
