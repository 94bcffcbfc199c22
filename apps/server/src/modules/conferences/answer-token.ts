import { createHmac, timingSafeEqual } from "node:crypto";
import type { ConferenceId, UserId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { OutsiderId } from "./store/tables.ts";

/** Who answers which conference by a link. */
export type Answering = { readonly conferenceId: ConferenceId } & (
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "outsider"; readonly id: OutsiderId }
);

/** Where the answer links in letters lead. */
export const answerPath = "/letters/answer";

const hourMs = 3_600_000;
const lifeHours = 90 * 24;

/** What the answer links in a letter carry: one person, one conference, and an end. */
export interface AnswerTokens {
  readonly of: (answering: Answering) => string;
  /** Undefined for what was not sealed here or is too old. */
  readonly read: (token: string) => Answering | undefined;
}

export function createAnswerTokens(key: string, clock: Clock): AnswerTokens {
  const seal = (text: string): string =>
    createHmac("sha256", key).update(text).digest("base64url");
  const nowHours = () => Math.floor(clock.now().getTime() / hourMs);
  return {
    of({ conferenceId, kind, id }) {
      const told = `${conferenceId}.${kind}.${id}.${String(nowHours() + lifeHours)}`;
      return `${told}.${seal(told)}`;
    },
    read(token) {
      const cut = token.lastIndexOf(".");
      const told = token.slice(0, Math.max(cut, 0));
      const right = Buffer.from(seal(told));
      const given = Buffer.from(token.slice(cut + 1));
      if (given.length !== right.length || !timingSafeEqual(given, right))
        return undefined;
      const [conferenceId, kind, id, untilHours] = told.split(".");
      if (Number(untilHours) < nowHours()) return undefined;
      // Only what `of` takes was ever sealed with this key.
      return { conferenceId, kind, id } as Answering;
    },
  };
}
