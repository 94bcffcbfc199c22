import { Type } from "typebox";
import {
  DepartmentIdSchema,
  FileIdSchema,
  TagIdSchema,
  UserIdSchema,
} from "../ids.ts";
import { cardFields, Person, PersonCard } from "../people.ts";
import { closed, nullable } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "People";
const params = closed({ userId: UserIdSchema });
const photoErrors = [
  "file.not_found",
  "file.not_ready",
  "file.not_a_picture",
] as const;

/** Where a page of people ends; given back to have the next one. */
const PeopleCursor = Type.String({ pattern: "^(exact|alike)_\\d{1,6}$" });

export const peopleEndpoints = {
  /**
   * By name, position, company, department, domain, tag, e-mail and phone; forgives typing errors, another alphabet
   * and the wrong keyboard layout. The best first; without text all, by name. A department means those below it too.
   */
  findPeople: endpoint({
    method: "GET",
    path: "/api/v1/people",
    tag,
    summary: "Find people of the company",
    access: { kind: "user" },
    query: closed({
      text: Type.String({ maxLength: 200, default: "" }),
      departmentId: Type.Optional(DepartmentIdSchema),
      tagId: Type.Optional(TagIdSchema),
      after: Type.Optional(PeopleCursor),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    }),
    status: 200,
    response: closed({
      items: Type.Array(Person),
      /** Null where there are no more. */
      nextAfter: nullable(PeopleCursor),
    }),
    errors: [],
  }),
  /** Who has none, and whom nobody knows, are left out. */
  listPhotos: endpoint({
    method: "GET",
    path: "/api/v1/people/photos",
    tag,
    summary: "Whose photo is which file",
    access: { kind: "user" },
    query: closed({
      /** Ids with commas between. */
      userIds: Type.String({
        pattern: "^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$",
      }),
    }),
    status: 200,
    response: closed({
      items: Type.Array(
        closed({ userId: UserIdSchema, photoId: FileIdSchema }),
      ),
    }),
    errors: [],
  }),
  getPerson: endpoint({
    method: "GET",
    path: "/api/v1/people/:userId",
    tag,
    summary: "A person's card",
    access: { kind: "user" },
    params,
    status: 200,
    response: PersonCard,
    errors: ["request.not_found"],
  }),
  /** What isn't named stays. */
  updateMyCard: endpoint({
    method: "PATCH",
    path: "/api/v1/people/me",
    tag,
    summary: "Change what I keep of my card myself",
    access: { kind: "user" },
    body: Type.Partial(
      closed({
        phone: cardFields.phone,
        workingHours: cardFields.workingHours,
        timeZone: cardFields.timeZone,
        /** A picture of mine that was uploaded as any file is. */
        photoId: cardFields.photoId,
      }),
      { additionalProperties: false },
    ),
    status: 200,
    response: PersonCard,
    errors: [...photoErrors, "request.not_found"],
  }),
  updatePerson: endpoint({
    method: "PATCH",
    path: "/api/v1/people/:userId",
    tag,
    summary: "Change a person's card",
    access: { kind: "user", anyOf: ["admin"] },
    params,
    body: Type.Partial(closed(cardFields), { additionalProperties: false }),
    status: 200,
    response: PersonCard,
    errors: [...photoErrors, "request.not_found"],
  }),
} as const;
