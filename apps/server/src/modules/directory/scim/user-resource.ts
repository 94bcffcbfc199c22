import { Login, type TagId, type UserId } from "@veche/contracts";
import { createInputCheck } from "../../../platform/input-check.ts";
import type { PersonRow } from "../store/people.ts";
import { ENTERPRISE_USER } from "./attribute-path.ts";
import { isObject, valueOf, type Json, type JsonObject } from "./json.ts";
import { ScimError } from "./scim-error.ts";

export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

/** What a person's resource is made of. */
export interface ScimPerson extends PersonRow {
  /** Names from the top of the tree, joined. */
  readonly departmentPath: string | null;
  readonly managerName: string | null;
  readonly groups: readonly { readonly id: TagId; readonly name: string }[];
}

/** A person in SCIM's words (RFC 7643 §4.1, §4.3); what isn't known is left out. */
export function userResource(person: ScimPerson, baseUrl: string): JsonObject {
  const { userId, email, phone, managerId } = person;
  return known({
    schemas: [USER_SCHEMA, ENTERPRISE_USER],
    id: userId,
    externalId: person.externalId,
    userName: person.login,
    displayName: person.name,
    name: known({
      formatted: person.name,
      givenName: person.givenName,
      familyName: person.familyName,
    }),
    title: person.position,
    active: !person.isDisabled,
    timezone: person.timeZone,
    emails:
      email === null ? null : [{ value: email, type: "work", primary: true }],
    phoneNumbers: phone === null ? null : [{ value: phone, type: "work" }],
    groups: person.groups.map(({ id, name }) => ({
      value: id,
      display: name,
      $ref: `${baseUrl}/Groups/${id}`,
    })),
    [ENTERPRISE_USER]: known({
      organization: person.company,
      department: person.departmentPath,
      manager:
        managerId === null
          ? null
          : known({
              value: managerId,
              displayName: person.managerName,
              $ref: `${baseUrl}/Users/${managerId}`,
            }),
    }),
    meta: {
      resourceType: "User",
      created: person.createdAt.toISOString(),
      lastModified: person.changedAt.toISOString(),
      location: `${baseUrl}/Users/${userId}`,
    },
  });
}

const known = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null),
  );

/** What a resource says of a person; what it doesn't say is null. */
export interface UserWish {
  readonly login: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly card: Pick<
    PersonRow,
    | "externalId"
    | "givenName"
    | "familyName"
    | "position"
    | "company"
    | "email"
    | "phone"
    | "timeZone"
  >;
  readonly departmentPath: readonly string[] | null;
  readonly managerId: UserId | null;
}

const checkLogin = createInputCheck(Login);

/** Refuses what cannot be a user; the rest of what providers send is passed over. */
export function readUser(body: unknown): UserWish {
  if (!isObject(body))
    throw new ScimError(400, "a user is an object", "invalidSyntax");
  const text = (name: string) => textOf(valueOf(body, name));
  const name = objectOf(valueOf(body, "name"));
  const enterprise = objectOf(valueOf(body, ENTERPRISE_USER));
  const login = text("userName")?.toLowerCase() ?? "";
  if (checkLogin(login).length > 0)
    throw new ScimError(
      400,
      "userName is 2 to 64 of a-z 0-9 . _ @ -",
      "invalidValue",
    );
  const [givenName, familyName] = ["givenName", "familyName"].map((part) =>
    textOf(valueOf(name, part)),
  );
  const fullName = [givenName, familyName].filter(Boolean).join(" ");
  const department = textOf(valueOf(enterprise, "department"));
  const manager = valueOf(enterprise, "manager");
  return {
    login,
    name: (
      text("displayName") ??
      textOf(valueOf(name, "formatted")) ??
      (fullName || login)
    ).slice(0, 120),
    isDisabled: isFalse(valueOf(body, "active")),
    card: {
      externalId: text("externalId"),
      givenName: givenName ?? null,
      familyName: familyName ?? null,
      position: text("title"),
      company: textOf(valueOf(enterprise, "organization")),
      email: mainOf(valueOf(body, "emails")),
      phone: mainOf(valueOf(body, "phoneNumbers")),
      timeZone: text("timezone"),
    },
    departmentPath:
      department === null
        ? null
        : department
            .split("/")
            .map((part) => part.trim())
            .filter(Boolean),
    // Whether there is such a user is asked of the table.
    managerId: textOf(
      isObject(manager) ? valueOf(manager, "value") : manager,
    ) as UserId | null,
  };
}

const objectOf = (value: Json | undefined): JsonObject =>
  isObject(value) ? value : {};

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return value.trim().slice(0, 300) || null;
  throw new ScimError(400, "a text was expected", "invalidValue");
}

/** Some providers write the word. */
const isFalse = (value: Json | undefined): boolean =>
  value === false ||
  (typeof value === "string" && value.toLowerCase() === "false");

/** The primary one of a list, or the one for work, or the first. */
function mainOf(list: Json | undefined): string | null {
  if (!Array.isArray(list)) return null;
  const values = list.filter(isObject);
  const main =
    values.find((one) => valueOf(one, "primary") === true) ??
    values.find((one) => valueOf(one, "type") === "work") ??
    values[0];
  return main === undefined ? null : textOf(valueOf(main, "value"));
}
