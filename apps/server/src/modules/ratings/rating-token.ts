import { createHmac, timingSafeEqual } from "node:crypto";
import type { RequestId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import { ratingOpenMs } from "./domain/judge-rating.ts";

interface SealedSession {
  readonly requestId: RequestId;
  readonly endedAt: Date;
}

/** What a link to rate carries: one session and an end; it opens nothing else. */
export interface RatingTokens {
  readonly of: (session: SealedSession) => {
    readonly token: string;
    readonly expiresAt: Date;
  };
  /** Undefined for what was not sealed here or is too old. */
  readonly read: (token: string) => RequestId | undefined;
}

export function createRatingTokens(key: string, clock: Clock): RatingTokens {
  const seal = (text: string): string =>
    createHmac("sha256", key).update(text).digest("base64url");
  return {
    of({ requestId, endedAt }) {
      const expiresAt = new Date(endedAt.getTime() + ratingOpenMs);
      const told = `${requestId}_${String(expiresAt.getTime())}`;
      return { token: `${told}_${seal(told)}`, expiresAt };
    },
    read(token) {
      const [, told = "", given = ""] =
        /^([0-9a-f-]{36}_\d{1,16})_([\w-]{43})$/u.exec(token) ?? [];
      const right = Buffer.from(seal(told));
      const sealed = Buffer.from(given);
      if (sealed.length !== right.length || !timingSafeEqual(sealed, right))
        return undefined;
      const [requestId, untilMs] = told.split("_");
      if (Number(untilMs) <= clock.now().getTime()) return undefined;
      // Only what `of` takes was ever sealed with this key.
      return requestId as RequestId;
    },
  };
}
