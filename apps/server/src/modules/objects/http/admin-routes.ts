import { applicationEndpoints, type ApplicationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import {
  allApplications,
  applicationById,
  toApplication,
} from "../store/applications.ts";
import { objectTypesOf } from "../store/object-types.ts";
import { keepObjectType } from "../use-cases/keep-objects.ts";
import { registerApplication } from "../use-cases/register-application.ts";
import { removeApplication } from "../use-cases/remove-application.ts";
import { showCard, showCardOf } from "../use-cases/show-card.ts";
import {
  rotateSecret,
  updateApplication,
} from "../use-cases/update-application.ts";

/** What administrators do with applications, and the cards that the staff see. */
export function adminRoutes(deps: ObjectsDeps): readonly Route[] {
  const { db } = deps.database;
  const existing = async (applicationId: ApplicationId) => {
    const application = await applicationById(db, applicationId);
    if (application === undefined) throw new AppError("request.not_found");
    return application.id;
  };
  return [
    route(applicationEndpoints.listApplications, async () => ({
      items: (await allApplications(db)).map(toApplication),
    })),
    route(applicationEndpoints.createApplication, ({ actor, body }) =>
      registerApplication(deps, actor, body),
    ),
    route(applicationEndpoints.updateApplication, ({ actor, params, body }) =>
      updateApplication(deps, actor, { ...params, ...body }),
    ),
    route(
      applicationEndpoints.rotateApplicationSecret,
      ({ actor, params, body }) =>
        rotateSecret(deps, actor, { ...params, ...body }),
    ),
    route(applicationEndpoints.deleteApplication, async ({ actor, params }) => {
      await removeApplication(deps, actor, params.applicationId);
      return null;
    }),
    route(applicationEndpoints.listObjectTypesOf, async ({ params }) => ({
      items: [
        ...(await objectTypesOf(db, await existing(params.applicationId))),
      ],
    })),
    route(
      applicationEndpoints.putObjectTypeOf,
      async ({ actor, params, body }) =>
        keepObjectType(deps, actor, {
          applicationId: await existing(params.applicationId),
          type: body,
          by: "administrator",
        }),
    ),
    route(applicationEndpoints.getObjectCard, ({ principal, params }) =>
      showCard(deps, principal, params),
    ),
    route(applicationEndpoints.getCardOfConversation, ({ principal, params }) =>
      showCardOf(deps, principal, params.conversationId),
    ),
  ];
}
