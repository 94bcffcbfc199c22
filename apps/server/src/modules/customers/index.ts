import type { ConversationId, Customer, CustomerId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Ids } from "../../platform/ids.ts";
import type { CustomerPrincipal } from "../../platform/principal.ts";
import type { Chats } from "../chats/index.ts";
import { getWidgetSettings } from "./http/get-widget-settings.ts";
import { startVisit } from "./http/start-visit.ts";
import { presentCustomer } from "./present-customer.ts";
import type { PresencePort, ServicePort } from "./service.port.ts";
import type { SiteDirectory } from "./site-directory.port.ts";
import { noteLastSeen } from "./reactions/when-principal-disconnected.ts";
import { findCustomers } from "./store/customers.ts";
import type { CustomersTables } from "./store/tables.ts";
import { resolveVisitor } from "./use-cases/resolve-visitor.ts";

export type { CustomersTables } from "./store/tables.ts";

/** `service` and `presence` are ports that `app/` plugs; they are first asked when a request comes. */
export interface CustomersDeps {
  readonly database: Database<CustomersTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bus: EventBus;
  readonly chats: Pick<Chats, "createSupportConversation" | "renameMember">;
  readonly sites: SiteDirectory;
  readonly service: ServicePort;
  readonly presence: PresencePort;
}

/** The people who come through the widget, and their visits. */
export interface Customers extends Disposable {
  readonly routes: readonly Route[];
  /** Whom a visitor token names now. Undefined when it is unknown or its visit is over. */
  resolveVisitor(visitorToken: string): Promise<CustomerPrincipal | undefined>;
  find(id: CustomerId): Promise<Customer | undefined>;
  /** Unknown ids are left out; the order is not that of `ids`. */
  many(ids: readonly CustomerId[]): Promise<readonly Customer[]>;
  /** The customer's conversation with the company. */
  conversationOf(id: CustomerId): Promise<ConversationId | undefined>;
}

export function createCustomers(deps: CustomersDeps): Customers {
  const { database, presence } = deps;
  const lastSeen = noteLastSeen(deps);
  const many = async (
    ids: readonly CustomerId[],
  ): Promise<readonly Customer[]> => {
    const rows = await findCustomers(database.db, ids);
    return rows.map((row) => presentCustomer(row, presence));
  };
  return {
    routes: [getWidgetSettings(deps), startVisit(deps)],
    resolveVisitor: (visitorToken) => resolveVisitor(deps, visitorToken),
    many,
    async find(id) {
      const [customer] = await many([id]);
      return customer;
    },
    async conversationOf(id) {
      const [row] = await findCustomers(database.db, [id]);
      return row?.conversationId;
    },
    [Symbol.dispose]: () => lastSeen[Symbol.dispose](),
  };
}
