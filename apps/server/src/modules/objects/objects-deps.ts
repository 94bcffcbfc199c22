import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type {
  BytesToPost,
  PostAnswer,
} from "../../platform/outgoing/post-bytes.ts";
import type { SealedText } from "../../platform/sealed-text.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { MessageWriter } from "./message-writer.port.ts";
import type { ObjectsTables } from "./store/tables.ts";
import type { UserMatcher } from "./user-matcher.port.ts";

/** The powers of the module; `users` and `messages` are ports that `app/` plugs. */
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
    | "syncSource"
    | "batch"
    | "reading"
  >;
  readonly users: UserMatcher;
  readonly messages: MessageWriter;
  /** Reaches hosts of the open internet and no others. */
  readonly post: (bytes: BytesToPost) => Promise<PostAnswer>;
  /** Keeps the applications' secrets. */
  readonly secrets: SealedText;
  /** Signs the tokens of embedded conversations. */
  readonly embedKey: string;
}
