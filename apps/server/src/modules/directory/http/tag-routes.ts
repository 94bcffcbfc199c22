import { tagEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { listTags } from "../store/tags.ts";
import {
  changeTag,
  createTag,
  dropTag,
  type TagDeps,
} from "../use-cases/change-tags.ts";

export function tagRoutes(deps: TagDeps): readonly Route[] {
  const { db } = deps.database;
  return [
    route(tagEndpoints.listTags, async ({ principal }) => ({
      items: [...(await listTags(db, principal.id))],
    })),
    route(tagEndpoints.createTag, ({ principal, actor, body }) =>
      createTag(deps, { principal, actor }, body),
    ),
    route(tagEndpoints.renameTag, ({ principal, actor, params, body }) =>
      changeTag(deps, { principal, actor }, { ...params, ...body }),
    ),
    route(
      tagEndpoints.setTagPeople,
      ({ principal, actor, params: { tagId }, body: { userIds } }) =>
        changeTag(deps, { principal, actor }, { tagId, carriers: userIds }),
    ),
    route(
      tagEndpoints.changeTagPeople,
      ({ principal, actor, params: { tagId }, body }) =>
        changeTag(deps, { principal, actor }, { tagId, carriers: body }),
    ),
    route(
      tagEndpoints.deleteTag,
      async ({ principal, actor, params: { tagId } }) => {
        await dropTag(deps, { principal, actor }, tagId);
        return null;
      },
    ),
  ];
}
