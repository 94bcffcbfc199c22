import type { DeviceId } from "@veche/contracts";
import type { Connect } from "./connection.ts";
import type { LoadPage } from "./conversation-log.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import type { Powers } from "./powers.ts";

export interface RealtimeClientOptions {
  /** Opens connections: `webSocketConnect({ url, getTicket })`. */
  readonly connect: Connect;
  /** Names this browser profile. */
  readonly deviceId: DeviceId;
  /** Reads older pages of a log over REST. */
  readonly loadPage: LoadPage;
  /** Time, chance and wake-ups: `browserPowers`, or the test's own. */
  readonly powers: Powers;
  /** Where unsent messages live: `browserOutboxPlace(principalId)`, or `memoryOutboxPlace()`. */
  readonly outbox: OutboxPlace;
}
