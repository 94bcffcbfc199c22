import { createHmac, timingSafeEqual } from "node:crypto";
import type { UserId } from "@veche/contracts";

/** Where the links in letters lead, with a token behind. */
export const unsubscribePath = "/letters/unsubscribe";

/** What the link in a letter carries: whose letters end by it. It ends nothing else, and does not run out. */
export interface UnsubscribeTokens {
  readonly of: (userId: UserId) => string;
  readonly read: (token: string) => UserId | undefined;
}

export function createUnsubscribeTokens(key: string): UnsubscribeTokens {
  const seal = (userId: string): string =>
    createHmac("sha256", key).update(userId).digest("base64url");
  return {
    of: (userId) => `${userId}.${seal(userId)}`,
    read(token) {
      const [userId = "", sealed = ""] = token.split(".");
      const right = Buffer.from(seal(userId));
      const given = Buffer.from(sealed);
      const isRight =
        given.length === right.length && timingSafeEqual(given, right);
      // Only ids of users were ever sealed with this key.
      return isRight ? (userId as UserId) : undefined;
    },
  };
}
