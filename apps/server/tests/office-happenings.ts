import type { Selectable } from "kysely";
import type {
  ClientId,
  ConversationId,
  CustomerId,
  OfferId,
  OperatorState,
  RequestId,
  TransferId,
  UserId,
} from "@veche/contracts";
import type { ContactCentreTables } from "../src/modules/contact-centre/index.ts";
import { ratingsBySession } from "../src/modules/ratings/index.ts";
import type { openOffice } from "./office.ts";
import { newId } from "./service-windows.ts";

export type Office = Awaited<ReturnType<typeof openOffice>>;
type OperatorRow = Selectable<ContactCentreTables["operators"]>;
type RequestRow = Selectable<ContactCentreTables["requests"]>;
type Person = Pick<OperatorRow, "userId" | "name">;

/** An instant of the day in Moscow, where the tests' server stands and where it is noon. */
export const at = (time: string) => new Date(`2026-03-02T${time}+03:00`);

/** The part of the ratings that reports read. */
export const ratings = { bySession: ratingsBySession };

/** Puts what happened into the tables, without the clock having to run through it. */
export const happeningsIn = ({ world }: Office) => {
  const { db } = world.test.database;
  return {
    async operator(
      name: string,
      fields: Partial<OperatorRow> & { readonly state: OperatorState },
    ): Promise<Person> {
      const row: OperatorRow = {
        ...{ userId: newId<UserId>(), name, requestedState: "available" },
        ...{ breakReason: null, since: at("11:30:00"), missedCount: 0 },
        ...{ idleSince: at("11:30:00"), disconnectedAt: null },
        ...{ wrapUpRequestId: null, wrapUpUntil: null, ...fields },
      };
      await db.insertInto("operators").values(row).execute();
      return row;
    },
    async request(
      customerName: string,
      fields: Partial<RequestRow> & Pick<RequestRow, "state" | "createdAt">,
      by?: Person,
    ): Promise<RequestId> {
      const { id: queueId } = await db
        .selectFrom("queues")
        .select("id")
        .executeTakeFirstOrThrow();
      const row: RequestRow = {
        ...{ id: newId<RequestId>(), conversationId: newId<ConversationId>() },
        ...{ queueId, customerId: newId<CustomerId>() },
        ...{ customerName, kind: "video", origin: "customer" },
        ...{ authorId: newId<CustomerId>(), clientId: newId<ClientId>() },
        operatorId: by?.userId ?? null,
        operatorName: by?.name ?? null,
        ...{ callId: null, pageUrl: null, pageTitle: null, acceptedAt: null },
        ...{ endedAt: null, endReason: null, customerGoneAt: null },
        ...{
          transferId: null,
          stickyOperatorId: null,
          helpAskedAt: null,
          helpWords: null,
          heldAt: null,
          heldMs: 0,
          ...fields,
        },
      };
      await db.insertInto("requests").values(row).execute();
      return row.id;
    },
    async rung(requestId: RequestId, { userId, name }: Person): Promise<void> {
      const row = {
        ...{ id: newId<OfferId>(), requestId, operatorId: userId },
        ...{ operatorName: name, createdAt: at("11:59:50") },
        ...{ expiresAt: at("12:00:10"), closedAt: null, outcome: null },
        ...{ candidateCount: 1, idleMs: 0, joinId: null, reason: null },
      };
      await db.insertInto("offers").values(row).execute();
    },
    async handedOver(
      requestId: RequestId,
      from: Person,
      to: Person,
    ): Promise<void> {
      const row = {
        ...{ id: newId<TransferId>(), requestId, note: null, answer: null },
        ...{ fromOperatorId: from.userId, fromOperatorName: from.name },
        ...{ toOperatorId: to.userId, toQueueId: null, toName: to.name },
        isTaken: false,
        ...{ servedSince: at("09:10:21"), createdAt: at("09:11:00") },
        ...{ leftAt: at("09:11:10"), closedAt: at("09:11:10") },
        outcome: "taken_over" as const,
      };
      await db.insertInto("transfers").values(row).execute();
    },
    async wrappedUp(requestId: RequestId, since: Date, until: Date) {
      const row = { requestId, since, until };
      await db.insertInto("wrapUpTimes").values(row).execute();
    },
    async rated(requestId: RequestId, people: number | null, endedAt: Date) {
      const row = {
        ...{ requestId, people, technology: 3, comment: "", endedAt },
        ...{ customerId: newId<CustomerId>(), operatorId: null },
        ...{ byLink: false, givenAt: endedAt },
      };
      await db.insertInto("ratings").values(row).execute();
    },
  };
};
