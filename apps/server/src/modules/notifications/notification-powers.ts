import type { Clock } from "../../platform/clock.ts";
import type { OpenDatabase } from "../../platform/db/create-database.ts";
import type { Database } from "../../platform/db/database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Mailer } from "../../platform/mail/mailer.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { Identity } from "../identity/index.ts";
import type { MailAddresses, Presences, TagCarriers } from "./people.port.ts";
import type { Rings } from "./rings.port.ts";
import type { PushPost } from "./push-post.port.ts";
import type { NotificationsTables } from "./store/tables.ts";

/** The powers of the module; `presences`, `addresses`, `tags`, `rings` and `push` are ports that `app/` plugs. */
export interface NotificationPowers {
  readonly database: Database<NotificationsTables> &
    Pick<
      OpenDatabase<NotificationsTables & OutboxTables>,
      "db" | "onDurableCommit"
    >;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly chats: Pick<Chats, "watch">;
  readonly users: Pick<Identity, "many">;
  readonly presences: Presences;
  readonly addresses: MailAddresses;
  readonly tags: TagCarriers;
  readonly push: PushPost;
  readonly rings: Rings;
  /** Undefined: this installation sends no letters. */
  readonly mailer: Mailer | undefined;
  readonly hub: Pick<Hub, "notify">;
  /** Signs the links by which letters end. */
  readonly unsubscribeKey: string;
  /** The address people open. */
  readonly publicUrl: string;
  /** How the product is called in letters and in pushes without words. */
  readonly productName: () => Promise<string>;
}
