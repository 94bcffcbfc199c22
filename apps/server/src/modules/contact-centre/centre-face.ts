import type {
  ConversationId,
  CustomerId,
  CustomerRequest,
  RequestId,
} from "@veche/contracts";
import type { Route } from "../../platform/http/route.ts";
import type { Principal } from "../../platform/principal.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type {
  ConnectionClosedListener,
  SnapshotSource,
} from "../../platform/realtime/hub.ts";
import type { eraseName } from "./use-cases/erase-name.ts";

/** Requests, offers and operators: who is served by whom, and who is next. */
export interface ContactCentre extends AsyncDisposable {
  readonly commands: CommandHandlers;
  readonly routes: readonly Route[];
  /** Puts another name where an operator served or was rung. How many places. */
  readonly eraseName: typeof eraseName;
  readonly snapshot: SnapshotSource;
  readonly onConnectionClosed: ConnectionClosedListener;
  /** To be called before the first socket is let in: begins the graces of a process that died, then routes. */
  start(): Promise<void>;
  /** The customer's open request, with the place in the queue. */
  openRequestOf(customerId: CustomerId): Promise<CustomerRequest | null>;
  /** Is anybody at work who could serve a customer? */
  isStaffed(): Promise<boolean>;
  /** May this principal read a support conversation without being in it: those who served there, and supervisors. */
  mayRead(
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<boolean>;
  /** The session going on in a conversation; the calls module asks. */
  sessionIn(conversationId: ConversationId): Promise<RequestId | null>;
  /** Settles when everything that is due and everything that is to be shown has been done; for tests. */
  quiet(): Promise<void>;
}
