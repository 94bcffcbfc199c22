import type {
  ConversationId,
  CustomerId,
  CustomerRequest,
  QueueId,
  RequestId,
  UserId,
} from "@veche/contracts";
import type { Route } from "../../platform/http/route.ts";
import type { Principal } from "../../platform/principal.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type {
  ConnectionClosedListener,
  SnapshotSource,
} from "../../platform/realtime/hub.ts";
import type { eraseName } from "./use-cases/erase-name.ts";

/** What others may know of a session that is over. */
interface ServedSession {
  readonly requestId: RequestId;
  readonly conversationId: ConversationId;
  readonly customerId: CustomerId;
  readonly operatorId: UserId | null;
  readonly operatorName: string | null;
  readonly endedAt: Date;
}

/** What a customer who comes now may expect. */
interface ServiceNow {
  /** Is anybody at work who could serve them? */
  readonly isStaffed: boolean;
  /** When calls are taken again; null: they are taken now. */
  readonly opensAt: Date | null;
}

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
  /** How a customer is served who comes into this queue; without one, into the default one. */
  serviceAt(queueId?: QueueId): Promise<ServiceNow>;
  /** May this principal read a support conversation without being in it: those who served there, and supervisors. */
  mayRead(
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<boolean>;
  /** The session going on in a conversation; the calls module asks. */
  sessionIn(conversationId: ConversationId): Promise<RequestId | null>;
  /** A session that is over and in which a customer was served; undefined for anything else. */
  servedSession(requestId: RequestId): Promise<ServedSession | undefined>;
  /** How many of them ended since. */
  countServed(since: Date): Promise<number>;
  /** Settles when everything that is due and everything that is to be shown has been done; for tests. */
  quiet(): Promise<void>;
}
