import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { FLOW_S, type Flow, type FlowOf } from "../domain/flow.ts";
import type { SignInTables } from "./tables.ts";

const hashOf = (ticket: string): Buffer =>
  createHash("sha256").update(ticket).digest();

export async function insertFlow(
  tx: Tx<SignInTables>,
  ticket: string,
  flow: Flow,
): Promise<void> {
  await tx
    .insertInto("signInFlows")
    .values({
      ticketHash: hashOf(ticket),
      flow: JSON.stringify(flow),
      expiresAt: sql<Date>`now() + make_interval(secs => ${FLOW_S})`,
    })
    .execute();
}

const isKind = <Kind extends Flow["kind"]>(
  flow: Flow | undefined,
  kinds: readonly Kind[],
): flow is FlowOf<Kind> =>
  // The kinds that are asked for are some of all kinds.
  flow !== undefined && (kinds as readonly Flow["kind"][]).includes(flow.kind);

/** What a ticket stands for, while it is good and of one of these kinds. */
export async function findFlow<Kind extends Flow["kind"]>(
  db: Db<SignInTables>,
  ticket: string,
  kinds: readonly Kind[],
): Promise<FlowOf<Kind> | undefined> {
  const row = await db
    .selectFrom("signInFlows")
    .select("flow")
    .where("ticketHash", "=", hashOf(ticket))
    .where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
  const flow = row?.flow;
  return isKind(flow, kinds) ? flow : undefined;
}

/** The same, and the ticket is spent: of two who show it at once one gets the flow. */
export async function takeFlow<Kind extends Flow["kind"]>(
  tx: Tx<SignInTables>,
  ticket: string,
  kinds: readonly Kind[],
): Promise<FlowOf<Kind> | undefined> {
  const row = await tx
    .deleteFrom("signInFlows")
    .where("ticketHash", "=", hashOf(ticket))
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning("flow")
    .executeTakeFirst();
  const flow = row?.flow;
  return isKind(flow, kinds) ? flow : undefined;
}

export async function dropOldFlows(tx: Tx<SignInTables>): Promise<void> {
  await tx
    .deleteFrom("signInFlows")
    .where("expiresAt", "<=", sql<Date>`now()`)
    .execute();
}

/** Everything somebody began and did not end is void. */
export async function dropFlowsOf(
  tx: Tx<SignInTables>,
  userId: string,
): Promise<void> {
  await tx
    .deleteFrom("signInFlows")
    .where(sql<boolean>`flow ->> 'userId' = ${userId}`)
    .execute();
}
