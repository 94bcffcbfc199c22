import type {
  ApplicationId,
  ConversationId,
  ObjectCard,
  ObjectReference,
  UserId,
  UserMatching,
} from "@veche/contracts";
import { namedPeople } from "../domain/named-people.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { applicationById, applicationByKey } from "../store/applications.ts";
import { contextOf, conversationsAbout } from "../store/contexts.ts";
import { objectType } from "../store/object-types.ts";
import { findObject, type ObjectName } from "../store/objects.ts";
import type { UserMatcher } from "../user-matcher.port.ts";

type Powers = Pick<ObjectsDeps, "database" | "chats" | "users">;

const notFound = () => new AppError("object.not_found");

/** The card of an object, to members of its conversation. Refuses `object.not_found` to everybody else. */
export async function showCard(
  powers: Powers,
  reader: { readonly id: UserId },
  { application: key, type, id }: ObjectReference,
): Promise<ObjectCard> {
  const { db } = powers.database;
  const application = await applicationByKey(db, key);
  if (application === undefined) throw notFound();
  const [context] = await conversationsAbout(db, application.id, [
    { type, id },
  ]);
  if (context === undefined) throw notFound();
  return showCardOf(powers, reader, context.conversationId);
}

/** The card of the object a conversation is about, to its members. Refuses `object.not_found`. */
export async function showCardOf(
  powers: Powers,
  reader: { readonly id: UserId },
  conversationId: ConversationId,
): Promise<ObjectCard> {
  const context = await contextOf(powers.database.db, conversationId);
  if (context === undefined) throw notFound();
  const isMember = await powers.chats
    .requireMember(conversationId, reader.id)
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError) return false;
        throw error;
      },
    );
  if (!isMember) throw notFound();
  const card = await cardOf(powers, context.applicationId, {
    type: context.type,
    id: context.objectId,
  });
  if (card === undefined) throw notFound();
  return { ...card, conversationId };
}

/** Undefined where there is no card any more, or cards of this kind are switched off. */
export async function cardOf(
  { database, users }: Pick<ObjectsDeps, "database" | "users">,
  applicationId: ApplicationId,
  name: ObjectName,
): Promise<Omit<ObjectCard, "conversationId"> | undefined> {
  const { db } = database;
  const [application, type, object] = await Promise.all([
    applicationById(db, applicationId),
    objectType(db, applicationId, name.type),
    findObject(db, applicationId, name),
  ]);
  if (application === undefined || object === undefined) return undefined;
  if (type?.isOn !== true) return undefined;
  return {
    application: { key: application.key, name: application.name },
    type,
    object,
    people: await peopleIn(users, application.matchUsersBy, { type, object }),
  };
}

/** Whom the `person` fields and columns of a card name; who is nobody here stays a word of the application. */
async function peopleIn(
  users: UserMatcher,
  matchUsersBy: UserMatching,
  card: Pick<ObjectCard, "type" | "object">,
): Promise<ObjectCard["people"]> {
  const found = await Promise.all(
    namedPeople(card).map(async (reference) => {
      const user = await users.find(matchUsersBy, reference);
      return user && { reference, id: user.id, name: user.name };
    }),
  );
  return found.filter((person) => person !== undefined);
}
