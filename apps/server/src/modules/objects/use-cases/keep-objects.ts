import type {
  Actor,
  ApplicationId,
  ContextObject,
  ObjectType,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { judgeObject } from "../domain/judge-object.ts";
import { judgeObjectType, type Issue } from "../domain/judge-object-type.ts";
import { mergeKind } from "../domain/merge-kind.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { conversationsAbout, conversationsOfType } from "../store/contexts.ts";
import {
  lockArrangedType,
  objectTypesOf,
  writeObjectType,
} from "../store/object-types.ts";
import {
  deleteObject,
  writeObjects,
  type ObjectName,
} from "../store/objects.ts";

type Powers = Pick<ObjectsDeps, "database" | "clock" | "chats">;

export interface KindToKeep {
  readonly applicationId: ApplicationId;
  readonly type: ObjectType;
  /** Once an administrator has laid a card out, their words and layout stay when its application says it anew. */
  readonly by: "application" | "administrator";
}

/** A kind of object and its card, new or anew. Refuses `request.invalid` for what contradicts itself. */
export async function keepObjectType(
  { database }: Pick<ObjectsDeps, "database">,
  actor: Actor,
  { applicationId, type: said, by }: KindToKeep,
): Promise<ObjectType> {
  refuseOn(judgeObjectType(said));
  return database.transact(actor, async ({ tx, happened }) => {
    const isArranging = by === "administrator";
    const arranged = isArranging
      ? undefined
      : await lockArrangedType(tx, applicationId, said.type);
    const type = arranged === undefined ? said : mergeKind(arranged, said);
    await writeObjectType(tx, applicationId, {
      ...type,
      isArranged: isArranging || arranged !== undefined,
    });
    // Cards that stand on screens are drawn anew; beyond so many of a kind they are when they are next opened.
    const shown = await conversationsOfType(tx, applicationId, {
      type: type.type,
      limit: 1_000,
    });
    for (const conversationId of shown)
      happened({ type: "card.changed", conversationId });
    return type;
  });
}

/**
 * Cards of objects, all or none; the conversations of those whose title is another one now take it. Refuses
 * `object.type_unknown`, `request.invalid` with the place of each value that doesn't fit.
 */
export async function keepObjects(
  powers: Powers,
  actor: Actor,
  {
    applicationId,
    objects: given,
  }: {
    readonly applicationId: ApplicationId;
    readonly objects: readonly ContextObject[];
  },
): Promise<readonly ContextObject[]> {
  const { database, clock, chats } = powers;
  const objects = given.map((object) => ({
    ...object,
    title: oneLine(object.title),
  }));
  refuseOn(repeatedOrBlank(objects));
  await judge(powers, applicationId, objects);
  await database.transact(actor, async (unit) => {
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
      if (object === undefined) continue;
      await chats.retitle(unit, {
        conversationId,
        title: object.title,
        actorId: applicationId,
      });
      unit.happened({ type: "card.changed", conversationId });
    }
  });
  return objects;
}

/** Forgets a card; its conversation goes on without. Refuses `object.not_found`. */
export async function forgetObject(
  { database }: Pick<Powers, "database">,
  actor: Actor,
  {
    applicationId,
    object,
  }: { readonly applicationId: ApplicationId; readonly object: ObjectName },
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await deleteObject(tx, applicationId, object)))
      throw new AppError("object.not_found");
    for (const context of await conversationsAbout(tx, applicationId, [object]))
      happened({
        type: "card.changed",
        conversationId: context.conversationId,
      });
  });
}

async function judge(
  { database }: Pick<Powers, "database">,
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
