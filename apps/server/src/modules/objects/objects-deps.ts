import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { GuardedPost } from "../../platform/guarded-fetch/guarded-post.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { SealedText } from "../../platform/sealed-text.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { CaptionWriter } from "./caption-writer.port.ts";
import type { MessageWriter } from "./message-writer.port.ts";
import type { ObjectsTables } from "./store/tables.ts";
import type { UserMatcher } from "./user-matcher.port.ts";

/** The powers of the module; `users`, `messages` and `captions` are ports that `app/` plugs. */
export interface ObjectsDeps {
  readonly database: Database<ObjectsTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly bus: EventBus;
  readonly log: Log;
  readonly chats: Pick<
    Chats,
    | "openContext"
    | "retitle"
    | "addMember"
    | "removeMember"
    | "requireMember"
    | "presentMembers"
    | "profile"
    | "membersOf"
    | "syncSource"
    | "batch"
    | "reading"
  >;
  readonly hub: Pick<Hub, "notify">;
  readonly users: UserMatcher;
  readonly messages: MessageWriter;
  readonly captions: CaptionWriter;
  /** The way out to webhooks: hosts of the open internet, and those that an administrator named. */
  readonly outside: GuardedPost;
  /** Keeps the applications' secrets. */
  readonly secrets: SealedText;
  /** Signs the tokens of embedded conversations. */
  readonly embedKey: string;
}
