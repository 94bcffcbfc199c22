import type { CustomerId, Language, SiteId } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Chats } from "../../chats/index.ts";
import { anonymousName } from "../domain/anonymous-name.ts";
import type { Choice } from "../domain/choose-customer.ts";
import type { CustomerIdentity } from "../identity-token.ts";
import {
  insertCustomer,
  updateCustomer,
  type CustomerRow,
} from "../store/customers.ts";
import type { CustomersTables } from "../store/tables.ts";

export interface AdmitCustomerDeps {
  readonly ids: Ids;
  readonly chats: Pick<Chats, "createSupportConversation" | "renameMember">;
}

export interface Admission {
  readonly choice: Choice;
  readonly visitor: CustomerRow | undefined;
  readonly known: CustomerRow | undefined;
  readonly identity: CustomerIdentity | undefined;
  readonly siteId: SiteId;
  /** What this page tells by being open. */
  readonly seen: {
    readonly language: Language;
    readonly pageUrl: string | null;
    readonly pageTitle: string | null;
    readonly lastSeenAt: Date;
  };
}

type Unit = UnitOfWork<CustomersTables>;

/** Carries the choice out: the customer as they are kept from now on, with their conversation. */
export async function admitCustomer(
  deps: AdmitCustomerDeps,
  unit: Unit,
  admission: Admission,
): Promise<CustomerRow> {
  const { choice, visitor, known, identity, siteId } = admission;
  const customer = await carryOut(deps, unit, admission);
  const isNewlyKnown =
    choice.kind === "introduce" || choice.kind === "create_known";
  if (identity !== undefined && (isNewlyKnown || choice.kind === "switch")) {
    unit.happened({
      type: "customer.identified",
      customerId: customer.id,
      siteId,
    });
  }
  const before = choice.kind === "switch" ? known : visitor;
  if (before?.id === customer.id && before.name !== customer.name) {
    await deps.chats.renameMember(unit, customer.id, customer.name);
    unit.happened({ type: "principal.changed", principalId: customer.id });
  }
  return customer;
}

function carryOut(
  deps: AdmitCustomerDeps,
  unit: Unit,
  admission: Admission,
): Promise<CustomerRow> {
  const { choice, visitor, known, identity, seen } = admission;
  switch (choice.kind) {
    case "create_anonymous":
    case "create_known":
      return createCustomer(deps, unit, admission);
    case "resume":
    case "introduce":
    case "switch": {
      const customer = choice.kind === "switch" ? known : visitor;
      if (customer === undefined)
        throw new Error("a visit was to go on without its customer");
      const externalId =
        choice.kind === "introduce"
          ? { externalId: identity?.externalId ?? null }
          : {};
      return updateCustomer(unit.tx, customer.id, {
        ...seen,
        ...externalId,
        ...profileOf(identity),
      });
    }
  }
}

/** The site's signed word is whole: what it does not say any more is not so any more. Only a name stays. */
function profileOf(identity: CustomerIdentity | undefined) {
  if (identity === undefined) return {};
  const { name, email, phone, attributes } = identity;
  return {
    ...(name === null ? {} : { name }),
    email,
    phone,
    attributes: JSON.stringify(attributes),
  };
}

async function createCustomer(
  { ids, chats }: AdmitCustomerDeps,
  unit: Unit,
  { identity, siteId, seen }: Admission,
): Promise<CustomerRow> {
  const id = ids.next<CustomerId>();
  const name =
    identity?.name ?? identity?.email ?? anonymousName(id, seen.language);
  const conversationId = await chats.createSupportConversation(unit, {
    id,
    name,
  });
  return insertCustomer(unit.tx, {
    id,
    siteId,
    externalId: identity?.externalId ?? null,
    attributes: JSON.stringify({}),
    ...profileOf(identity),
    name,
    conversationId,
    firstSeenAt: seen.lastSeenAt,
    ...seen,
  });
}
