import type { DeviceId, TagId } from "@veche/contracts";
import type { Abilities } from "./abilities.ts";
import type { ClientCache } from "./cache/client-cache.ts";
import type { Connect } from "./connection.ts";
import type { LoadPage } from "./log/log-page.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import type { Powers } from "./powers.ts";

export interface RealtimeClientOptions {
  /** Opens connections: `webSocketConnect({ url, getTicket })`. */
  readonly connect: Connect;
  /** Names this browser profile. */
  readonly deviceId: DeviceId;
  /** Reads stretches of a log over REST. */
  readonly loadPage: LoadPage;
  /** Time, chance and wake-ups: `browserPowers`, or the test's own. */
  readonly powers: Powers;
  /** Where unsent messages live: `browserOutboxPlace(principalId)`, or `memoryOutboxPlace()`. */
  readonly outbox: OutboxPlace;
  /** Other ways than the messenger's. */
  readonly abilities?: Partial<Abilities>;
  /** What is known without a network, where the device may keep it: `indexedDbCache(principalId, nowMs)`. */
  readonly cache?: ClientCache;
  /** The tags that name me in mentions; none where it is not said. */
  readonly tagIds?: () => ReadonlySet<TagId>;
}
