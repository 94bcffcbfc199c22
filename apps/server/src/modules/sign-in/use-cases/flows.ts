import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Flow, FlowOf } from "../domain/flow.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { findFlow, insertFlow, takeFlow } from "../store/flows.ts";

type Powers = Pick<SignInPowers, "database" | "ids">;

/** Whoever comes while the disk is full comes to read. */
const letsPeopleIn = { isEssential: true } as const;

/** Begins something that is gone on with by the ticket it answers with. */
export async function beginFlow(
  { database, ids }: Powers,
  flow: Flow,
): Promise<string> {
  const ticket = ids.secret();
  await database.transact(
    serverActor,
    ({ tx }) => insertFlow(tx, ticket, flow),
    letsPeopleIn,
  );
  return ticket;
}

/** Refuses `auth.step_expired`. */
export async function requireFlow<Kind extends Flow["kind"]>(
  { database }: Pick<Powers, "database">,
  ticket: string,
  kinds: readonly Kind[],
): Promise<FlowOf<Kind>> {
  const flow = await findFlow(database.db, ticket, kinds);
  if (flow === undefined) throw new AppError("auth.step_expired");
  return flow;
}

/** The same, and the ticket is good no more. Refuses `auth.step_expired`. */
export async function spendFlow<Kind extends Flow["kind"]>(
  { database }: Pick<Powers, "database">,
  ticket: string,
  kinds: readonly Kind[],
): Promise<FlowOf<Kind>> {
  const flow = await database.transact(
    serverActor,
    ({ tx }) => takeFlow(tx, ticket, kinds),
    letsPeopleIn,
  );
  if (flow === undefined) throw new AppError("auth.step_expired");
  return flow;
}
