import type {
  Actor,
  ApplicationId,
  ContextObject,
  ConversationId,
  ObjectType,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { judgeObject } from "../domain/judge-object.ts";
import { judgeObjectType, type Issue } from "../domain/judge-object-type.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { conversationsAbout } from "../store/contexts.ts";
import { objectTypesOf, writeObjectType } from "../store/object-types.ts";
import { writeObjects } from "../store/objects.ts";

export interface KeepObjectsDeps extends Pick<
  ObjectsDeps,
  "database" | "clock" | "chats"
> {
  /** Told after the commit: a page that shows this conversation's card reads it anew. */
  readonly cardChanged: (conversationId: ConversationId) => void;
}

/** A kind of object and its card, new or anew. Refuses `request.invalid` for what contradicts itself. */
export async function keepObjectType(
  { database }: Pick<ObjectsDeps, "database">,
  actor: Actor,
  {
    applicationId,
    type,
  }: { readonly applicationId: ApplicationId; readonly type: ObjectType },
): Promise<ObjectType> {
  refuseOn(judgeObjectType(type));
  await database.transact(actor, ({ tx }) =>
    writeObjectType(tx, applicationId, type),
  );
  return type;
}

/**
 * Cards of objects, all or none; the conversations of those whose title is another one now take it. Refuses
 * `object.type_unknown`, `request.invalid` with the place of each value that doesn't fit.
 */
export async function keepObjects(
  powers: KeepObjectsDeps,
  actor: Actor,
  {
    applicationId,
    objects: given,
  }: {
    readonly applicationId: ApplicationId;
    readonly objects: readonly ContextObject[];
  },
): Promise<readonly ContextObject[]> {
  const { database, clock, chats, cardChanged } = powers;
  const objects = given.map((object) => ({
    ...object,
    title: oneLine(object.title),
  }));
  refuseOn(repeatedOrBlank(objects));
  await judge(powers, applicationId, objects);
  const changed = await database.transact(actor, async (unit) => {
    await writeObjects(unit.tx, applicationId, { objects, at: clock.now() });
    const contexts = await conversationsAbout(unit.tx, applicationId, objects);
    // Whoever locks several conversations does it in the order of their ids.
    const ordered = [...contexts].sort((one, other) =>
      one.conversationId < other.conversationId ? -1 : 1,
    );
    for (const { conversationId, type, objectId } of ordered) {
      const object = objects.find(
        (one) => one.type === type && one.id === objectId,
      );
      if (object !== undefined)
        await chats.retitle(unit, {
          conversationId,
          title: object.title,
          actorId: applicationId,
        });
    }
    return ordered;
  });
  for (const { conversationId } of changed) cardChanged(conversationId);
  return objects;
}

async function judge(
  { database }: KeepObjectsDeps,
  applicationId: ApplicationId,
  objects: readonly ContextObject[],
): Promise<void> {
  const types = new Map(
    (await objectTypesOf(database.db, applicationId)).map((type) => [
      type.type,
      type,
    ]),
  );
  refuseOn(
    objects.flatMap((object, at) => {
      const type = types.get(object.type);
      if (type === undefined) throw new AppError("object.type_unknown");
      return judgeObject(object, type, `/objects/${at}`);
    }),
  );
}

function repeatedOrBlank(objects: readonly ContextObject[]): readonly Issue[] {
  const seen = new Set<string>();
  return objects.flatMap(({ type, id, title }, at) => {
    const path = `/objects/${at}`;
    if (title === "")
      return [{ path: `${path}/title`, message: "must not be blank" }];
    const name = `${type}/${id}`;
    if (seen.has(name)) return [{ path, message: "stands here twice" }];
    seen.add(name);
    return [];
  });
}

function refuseOn(issues: readonly Issue[]): void {
  if (issues.length > 0)
    throw new AppError("request.invalid", { issues: issues.slice(0, 20) });
}
