import type {
  Actor,
  EndpointPart,
  peopleEndpoints,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { Identity } from "../../identity/index.ts";
import { cardIssues } from "../domain/card-issues.ts";
import type { Photos } from "../photos.port.ts";
import { adoptUsers, changePerson, findPerson } from "../store/people.ts";
import type { DirectoryTables } from "../store/tables.ts";

export type CardChange = EndpointPart<
  typeof peopleEndpoints.updatePerson,
  "body"
>;

export interface UpdateCardDeps {
  readonly database: Database<DirectoryTables>;
  readonly clock: Clock;
  readonly identity: Pick<Identity, "many">;
  readonly photos: Photos;
}

/** Changes what is named. Refuses `request.not_found`, `request.invalid` (an unknown manager, department, time zone). */
export async function updateCard(
  { database, clock, identity, photos }: UpdateCardDeps,
  actor: Actor,
  { userId, ...typed }: CardChange & { readonly userId: UserId },
): Promise<void> {
  const [user] = await identity.many([userId]);
  if (user === undefined) throw new AppError("request.not_found");
  const change = tidied(typed);
  const issues = cardIssues(userId, change);
  if (issues.length > 0) throw new AppError("request.invalid", { issues });
  const fields = Object.keys(change);
  if (fields.length === 0) return;
  await database.transact(actor, async ({ tx, happened }) => {
    // A user made a moment ago may have no card yet.
    await adoptUsers(tx, [user], clock.now());
    await requireKnown(tx, change);
    if (change.photoId !== undefined && actor.id !== null)
      await photos.show(
        { tx, happened },
        { userId, fileId: change.photoId, ownerId: actor.id },
      );
    const { workingHours, ...rest } = change;
    await changePerson(tx, userId, {
      ...rest,
      ...(workingHours === undefined
        ? {}
        : { workingHours: workingHours && JSON.stringify(workingHours) }),
      changedAt: clock.now(),
    });
    happened({ type: "person.changed", userId, fields: fields.join(" ") });
  });
}

/** Lines as they are kept; one of nothing but spaces is none. */
function tidied(change: CardChange): CardChange {
  const line = (text: string | null | undefined) =>
    text === null || text === undefined ? text : oneLine(text) || null;
  const { position, company, email, phone, ...rest } = change;
  const lines = { position, company, email, phone };
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(lines)
        .filter(([, text]) => text !== undefined)
        .map(([field, text]) => [field, line(text)]),
    ),
  };
}

async function requireKnown(
  tx: Tx<DirectoryTables>,
  { managerId, departmentId }: CardChange,
): Promise<void> {
  const unknown = (path: string) =>
    new AppError("request.invalid", {
      issues: [{ path, message: "does not exist" }],
    });
  if (managerId && (await findPerson(tx, managerId)) === undefined)
    throw unknown("/managerId");
  if (!departmentId) return;
  const department = await tx
    .selectFrom("departments")
    .select("id")
    .where("id", "=", departmentId)
    .executeTakeFirst();
  if (department === undefined) throw unknown("/departmentId");
}
