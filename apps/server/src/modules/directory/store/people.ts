import { sql, type Selectable, type Updateable } from "kysely";
import type { FileId, User, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { nameWords, searchWords } from "../domain/search-words.ts";
import type { DirectoryTables } from "./tables.ts";

export type PersonRow = Selectable<DirectoryTables["people"]>;
export type PersonChange = Omit<
  Updateable<DirectoryTables["people"]>,
  "userId" | "words" | "nameWords"
>;

export function findPerson(
  db: Db<DirectoryTables>,
  userId: UserId,
): Promise<PersonRow | undefined> {
  return db
    .selectFrom("people")
    .selectAll()
    .where("userId", "=", userId)
    .executeTakeFirst();
}

/** Of those who have one. */
export async function photosOf(
  db: Db<DirectoryTables>,
  userIds: readonly UserId[],
): Promise<readonly { readonly userId: UserId; readonly photoId: FileId }[]> {
  const rows = await db
    .selectFrom("people")
    .select(["userId", "photoId"])
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
  return rows.flatMap(({ userId, photoId }) =>
    photoId === null ? [] : [{ userId, photoId }],
  );
}

/** Letters are alike in both cases; an address that two cards have names nobody. */
export async function userByEmail(
  db: Db<DirectoryTables>,
  email: string,
): Promise<UserId | undefined> {
  const [row, ...more] = await db
    .selectFrom("people")
    .select("userId")
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("isDisabled", "=", false)
    .limit(2)
    .execute();
  return more.length === 0 ? row?.userId : undefined;
}

/** Takes over what identity says of these users; whoever is new gets an empty card. */
export async function adoptUsers(
  tx: Tx<DirectoryTables>,
  users: readonly User[],
  at: Date,
): Promise<void> {
  if (users.length === 0) return;
  await tx
    .insertInto("people")
    .values(
      users.map(({ id, login, name, disabledAt }) => ({
        ...emptyCard,
        userId: id,
        login,
        name,
        isDisabled: disabledAt !== null,
        createdAt: at,
        changedAt: at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column("userId")
        .doUpdateSet((builder) => ({
          login: builder.ref("excluded.login"),
          name: builder.ref("excluded.name"),
          isDisabled: builder.ref("excluded.isDisabled"),
          changedAt: builder.ref("excluded.changedAt"),
        }))
        .where(
          sql<boolean>`(people.login, people.name, people.is_disabled)
            is distinct from (excluded.login, excluded.name, excluded.is_disabled)`,
        ),
    )
    .execute();
  await refreshWords(
    tx,
    users.map(({ id }) => id),
  );
}

export async function changePerson(
  tx: Tx<DirectoryTables>,
  userId: UserId,
  change: PersonChange,
): Promise<void> {
  await tx
    .updateTable("people")
    .set(change)
    .where("userId", "=", userId)
    .execute();
  await refreshWords(tx, [userId]);
}

/** To be called after anything a person is found by has changed: card, department's name, shared tags. */
export async function refreshWords(
  tx: Tx<DirectoryTables>,
  userIds: readonly UserId[],
): Promise<void> {
  if (userIds.length === 0) return;
  const people = await tx
    .selectFrom("people as p")
    .leftJoin("departments as d", "d.id", "p.departmentId")
    .select([
      "p.userId",
      "p.name",
      "p.login",
      "p.position",
      "p.company",
      "d.name as department",
      "p.email",
      "p.phone",
      sql<
        string[]
      >`array(select t.name from tag_people o join tags t on t.id = o.tag_id
        where o.user_id = p.user_id and t.owner_id is null order by t.name)`.as(
        "tags",
      ),
    ])
    .where("p.userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
  const fresh = people.map((person) => ({
    userId: person.userId,
    nameWords: nameWords(person.name),
    words: searchWords(person),
  }));
  await sql`
    update people p set words = i.words, name_words = i."nameWords"
    from json_to_recordset(${JSON.stringify(fresh)}::json) as i ("userId" uuid, "nameWords" text, words text)
    where p.user_id = i."userId" and (p.words, p.name_words) is distinct from (i.words, i."nameWords")`.execute(
    tx,
  );
}

const emptyCard = {
  position: null,
  company: null,
  departmentId: null,
  managerId: null,
  email: null,
  phone: null,
  workingHours: null,
  timeZone: null,
  photoId: null,
  externalId: null,
  deprovisionedAt: null,
  givenName: null,
  familyName: null,
  nameWords: "",
  words: "",
} as const;
