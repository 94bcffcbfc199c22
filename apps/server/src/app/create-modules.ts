import { createAudit, type Audit } from "../modules/audit/index.ts";
import { createCalls, type Calls } from "../modules/calls/index.ts";
import { createChats, type Chats } from "../modules/chats/index.ts";
import {
  createContactCentre,
  type ContactCentre,
} from "../modules/contact-centre/index.ts";
import { createCustomers, type Customers } from "../modules/customers/index.ts";
import {
  createIdentity,
  type Identity,
  type SessionSockets,
} from "../modules/identity/index.ts";
import { createMessages, type Messages } from "../modules/messages/index.ts";
import { createWorkspace, type Workspace } from "../modules/workspace/index.ts";
import type { SessionCookie } from "../platform/http/session-cookie.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { AppDeps } from "./app-deps.ts";
import { purposeKey } from "./purpose-key.ts";

export interface Modules {
  readonly identity: Identity;
  readonly workspace: Workspace;
  readonly audit: Audit;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly customers: Customers;
  readonly calls: Calls;
  readonly contactCentre: ContactCentre;
}

export interface ModuleDeps extends AppDeps {
  readonly hub: Hub;
  readonly cookie: SessionCookie;
  readonly sockets: SessionSockets;
}

/** Builds the modules from the bottom up. A port that looks upward is a function called when the whole stands. */
export function createModules(deps: ModuleDeps): Modules {
  const { config, database, hub, media } = deps;
  const { timings } = config;
  const upward: { contactCentre?: ContactCentre } = {};
  const contactCentreOf = (): ContactCentre => {
    if (upward.contactCentre === undefined)
      throw new Error("asked before all modules were built");
    return upward.contactCentre;
  };

  const identity = createIdentity({
    ...deps,
    database: database.narrow(),
    sessionLifetimeMs: timings.sessionLifetimeMs,
    rateFactor: config.rateFactor,
  });
  const workspace = createWorkspace({ ...deps, database: database.narrow() });
  const chats = createChats({
    ...deps,
    database: database.narrow(),
    users: identity,
    readers: {
      mayRead: (principal, conversationId) =>
        contactCentreOf().mayRead(principal, conversationId),
    },
  });
  const customers = createCustomers({
    ...deps,
    database: database.narrow(),
    chats,
    sites: workspace,
    service: {
      openRequestOf: (id) => contactCentreOf().openRequestOf(id),
      isStaffed: () => contactCentreOf().isStaffed(),
    },
    presence: { isOnline: (id) => hub.isConnected(id) },
  });
  const calls = createCalls({
    ...deps,
    database: database.narrow(),
    chats,
    media,
    sessions: {
      sessionIn: (conversationId) =>
        contactCentreOf().sessionIn(conversationId),
    },
    settings: {
      holds: {
        userMs: timings.operatorSeatMs,
        customerMs: timings.customerSeatMs,
      },
    },
  });
  upward.contactCentre = createContactCentre({
    ...deps,
    database: database.narrow(),
    chats,
    customers,
    calls,
    settings: timings,
  });
  return {
    identity,
    workspace,
    chats,
    customers,
    calls,
    contactCentre: upward.contactCentre,
    messages: createMessages({ ...deps, database: database.narrow(), chats }),
    audit: createAudit({
      ...deps,
      database,
      sealKey: purposeKey(config.secretKey, "audit"),
    }),
  };
}
