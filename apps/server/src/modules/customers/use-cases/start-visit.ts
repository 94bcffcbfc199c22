import type { Actor, Language, Site } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type {
  Database,
  Db,
  UnitOfWork,
} from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { Chats } from "../../chats/index.ts";
import { chooseCustomer, type Choice } from "../domain/choose-customer.ts";
import { visitedPage } from "../domain/visited-page.ts";
import { visitExpiry } from "../domain/visit-expiry.ts";
import type { CustomerIdentity } from "../identity-token.ts";
import type { ServicePort } from "../service.port.ts";
import { lockKnownCustomer, type CustomerRow } from "../store/customers.ts";
import type { CustomersTables } from "../store/tables.ts";
import {
  endVisit,
  findVisit,
  insertVisit,
  prolongVisit,
  removeVisitsOver,
} from "../store/visits.ts";
import { admitCustomer } from "./admit-customer.ts";

export interface StartVisitDeps {
  readonly database: Database<CustomersTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly chats: Pick<Chats, "createSupportConversation" | "renameMember">;
  readonly service: Pick<ServicePort, "openRequestOf">;
}

export interface VisitInput {
  readonly actor: Actor;
  readonly site: Site;
  readonly visitorToken: string | undefined;
  /** From a token that proved true. */
  readonly identity: CustomerIdentity | undefined;
  readonly language: Language;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
}

export interface StartedVisit {
  readonly visitorToken: string;
  readonly customer: CustomerRow;
}

type Unit = UnitOfWork<CustomersTables>;

/** Finds or makes the customer this page belongs to, and the token by which the page is known from now on. */
export async function startVisit(
  deps: StartVisitDeps,
  input: VisitInput,
): Promise<StartedVisit> {
  // Asked before the transaction: holding one connection while waiting for another could use them all up.
  const hasOpenRequest = await isBeingServed(deps, input);

  return deps.database.transact(input.actor, async (unit) => {
    const externalId = input.identity?.externalId;
    const known =
      externalId === undefined
        ? undefined
        : await lockKnownCustomer(unit.tx, {
            siteId: input.site.id,
            externalId,
          });
    const visitor = await findVisitor(deps, unit.tx, input);
    const choice = chooseCustomer({
      visitor: visitor && { externalId: visitor.externalId, hasOpenRequest },
      externalId,
      isKnown: known !== undefined,
    });
    const now = deps.clock.now();
    const customer = await admitCustomer(deps, unit, {
      choice,
      visitor,
      known,
      identity: input.identity,
      siteId: input.site.id,
      seen: {
        language: input.language,
        pageUrl: visitedPage(input.pageUrl, input.site.origins),
        pageTitle:
          input.pageTitle === null ? null : oneLine(input.pageTitle) || null,
        lastSeenAt: now,
      },
    });
    const visitorToken = await renewToken(deps, unit, {
      input,
      choice,
      visitor,
      customer,
      now,
    });
    return { visitorToken, customer };
  });
}

async function isBeingServed(
  deps: StartVisitDeps,
  input: VisitInput,
): Promise<boolean> {
  const visitor = await findVisitor(deps, deps.database.db, input);
  return (
    visitor !== undefined &&
    (await deps.service.openRequestOf(visitor.id)) !== null
  );
}

/** Whom the page's token names, if the token holds and belongs to this site. */
async function findVisitor(
  { clock }: StartVisitDeps,
  db: Db<CustomersTables>,
  { visitorToken, site }: VisitInput,
): Promise<CustomerRow | undefined> {
  if (visitorToken === undefined) return undefined;
  const visit = await findVisit(db, visitorToken, clock.now());
  return visit?.customer.siteId === site.id ? visit.customer : undefined;
}

/** A token never comes to stand for more than it did: who is introduced or switched gets another one. */
async function renewToken(
  { ids }: StartVisitDeps,
  unit: Unit,
  visit: {
    readonly input: VisitInput;
    readonly choice: Choice;
    readonly visitor: CustomerRow | undefined;
    readonly customer: CustomerRow;
    readonly now: Date;
  },
): Promise<string> {
  const { input, choice, customer, now } = visit;
  const expiresAt = visitExpiry(now, customer.externalId);
  if (choice.kind === "resume" && input.visitorToken !== undefined) {
    await prolongVisit(unit.tx, input.visitorToken, { usedAt: now, expiresAt });
    return input.visitorToken;
  }
  if (visit.visitor !== undefined && input.visitorToken !== undefined) {
    await endVisit(unit.tx, input.visitorToken);
  }
  await removeVisitsOver(unit.tx, now);
  const visitorToken = ids.secret();
  await insertVisit(unit.tx, {
    visitorToken,
    customerId: customer.id,
    startedAt: now,
    expiresAt,
  });
  return visitorToken;
}
