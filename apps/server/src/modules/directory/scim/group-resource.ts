import type { TagId, UserId } from "@veche/contracts";
import { isObject, valueOf, type JsonObject } from "./json.ts";
import { ScimError } from "./scim-error.ts";

export const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** A shared tag as the provider of groups sees it. */
export interface ScimGroup {
  readonly id: TagId;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly members: readonly { readonly id: UserId; readonly name: string }[];
}

export const groupResource = (
  { id, displayName, externalId, createdAt, changedAt, members }: ScimGroup,
  baseUrl: string,
): JsonObject => ({
  schemas: [GROUP_SCHEMA],
  id,
  ...(externalId === null ? {} : { externalId }),
  displayName,
  members: members.map((member) => ({
    value: member.id,
    display: member.name,
    type: "User",
    $ref: `${baseUrl}/Users/${member.id}`,
  })),
  meta: {
    resourceType: "Group",
    created: createdAt.toISOString(),
    lastModified: changedAt.toISOString(),
    location: `${baseUrl}/Groups/${id}`,
  },
});

export interface GroupWish {
  readonly displayName: string;
  readonly externalId: string | null;
  readonly memberIds: readonly UserId[];
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readGroup(body: unknown): GroupWish {
  if (!isObject(body))
    throw new ScimError(400, "a group is an object", "invalidSyntax");
  const displayName = valueOf(body, "displayName");
  if (typeof displayName !== "string" || tagNameOf(displayName) === "")
    throw new ScimError(400, "displayName is missing", "invalidValue");
  const externalId = valueOf(body, "externalId");
  const members = valueOf(body, "members");
  const values = (Array.isArray(members) ? members : []).map((member) =>
    isObject(member) ? valueOf(member, "value") : member,
  );
  if (!values.every((value) => typeof value === "string" && id.test(value)))
    throw new ScimError(
      400,
      "a member is named by the id of a user",
      "invalidValue",
    );
  return {
    displayName: displayName.trim().slice(0, 120),
    externalId:
      typeof externalId === "string" && externalId !== "" ? externalId : null,
    // Each was held against the pattern of ids above; whether there is such a user is asked of the table.
    memberIds: [...new Set(values)] as UserId[],
  };
}

/** The word after `#` for a group's name: "Sales Team" is #Sales_Team. */
export const tagNameOf = (displayName: string): string =>
  displayName
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 40);
