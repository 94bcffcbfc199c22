import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { GuardedPost } from "../../platform/guarded-fetch/guarded-post.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { SealedText } from "../../platform/sealed-text.ts";
import type { Timers } from "../../platform/timers.ts";
import type { AdministratorLetters } from "./administrator-letters.port.ts";
import type { WebhooksTables } from "./store/tables.ts";

export interface WebhookPowers {
  readonly database: Database<WebhooksTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  /** The way out: hosts of the open internet, and those that an administrator named. */
  readonly outside: GuardedPost;
  /** Keeps the endpoints' secrets. */
  readonly secrets: SealedText;
  readonly letters: AdministratorLetters;
  /** Where administrators open this server's pages. */
  readonly publicUrl: string;
}
