import { Type } from "typebox";
import { TagIdSchema, UserIdSchema } from "../ids.ts";
import { Tag, TagName } from "../people.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "People";
const access = { kind: "user" } as const;
const params = closed({ tagId: TagIdSchema });
const userIds = Type.Array(UserIdSchema, {
  maxItems: 10_000,
  uniqueItems: true,
});

/** Shared tags are changed by administrators, one's own by oneself; nobody else sees these. */
export const tagEndpoints = {
  listTags: endpoint({
    method: "GET",
    path: "/api/v1/tags",
    tag,
    summary: "Shared tags and my own, by name",
    access,
    status: 200,
    response: closed({ items: Type.Array(Tag) }),
    errors: [],
  }),
  createTag: endpoint({
    method: "POST",
    path: "/api/v1/tags",
    tag,
    summary: "Make a tag",
    access,
    body: closed({ name: TagName, isShared: Type.Boolean(), userIds }),
    status: 201,
    response: Tag,
    errors: ["request.not_found", "auth.forbidden", "tag.name_taken"],
  }),
  renameTag: endpoint({
    method: "PATCH",
    path: "/api/v1/tags/:tagId",
    tag,
    summary: "Rename a tag",
    access,
    params,
    body: closed({ name: TagName }),
    status: 200,
    response: Tag,
    errors: ["request.not_found", "auth.forbidden", "tag.name_taken"],
  }),
  /** Who carry it is what `GET /api/v1/people?tagId=` lists. */
  setTagPeople: endpoint({
    method: "PUT",
    path: "/api/v1/tags/:tagId/people",
    tag,
    summary: "Give a tag to these people and to nobody else",
    access,
    params,
    body: closed({ userIds }),
    status: 200,
    response: Tag,
    errors: ["request.not_found", "auth.forbidden"],
  }),
  /** Both lists may be empty; somebody in both keeps none. Who else carries it stays as they are. */
  changeTagPeople: endpoint({
    method: "PATCH",
    path: "/api/v1/tags/:tagId/people",
    tag,
    summary: "Give a tag to some people, take it from others",
    access,
    params,
    body: closed({ add: userIds, remove: userIds }),
    status: 200,
    response: Tag,
    errors: ["request.not_found", "auth.forbidden"],
  }),
  deleteTag: endpoint({
    method: "DELETE",
    path: "/api/v1/tags/:tagId",
    tag,
    summary: "Remove a tag",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found", "auth.forbidden"],
  }),
} as const;
