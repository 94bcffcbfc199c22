import { appEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { applicationById, toApplication } from "../store/applications.ts";
import { objectTypesOf } from "../store/object-types.ts";
import { findObject } from "../store/objects.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import {
  forgetObject,
  keepObjects,
  keepObjectType,
} from "../use-cases/keep-objects.ts";

/** An application's own kinds of objects and their cards. */
export function objectRoutes(deps: ObjectsDeps): readonly Route[] {
  const { db } = deps.database;
  return [
    route(appEndpoints.getOwnApplication, async ({ principal }) => {
      const application = await applicationById(db, principal.id);
      if (application === undefined) throw new AppError("application.refused");
      return toApplication(application);
    }),
    route(appEndpoints.listObjectTypes, async ({ principal }) => ({
      items: [...(await objectTypesOf(db, principal.id))],
    })),
    route(appEndpoints.putObjectType, ({ principal, actor, body }) =>
      keepObjectType(deps, actor, {
        applicationId: principal.id,
        type: body,
        by: "application",
      }),
    ),
    route(appEndpoints.putObjects, async ({ principal, actor, body }) => ({
      items: [
        ...(await keepObjects(deps, actor, {
          applicationId: principal.id,
          objects: body.objects,
        })),
      ],
    })),
    route(appEndpoints.getObject, async ({ principal, params }) => {
      const object = await findObject(db, principal.id, params);
      if (object === undefined) throw new AppError("object.not_found");
      return object;
    }),
    route(appEndpoints.deleteObject, async ({ principal, actor, params }) => {
      await forgetObject(deps, actor, {
        applicationId: principal.id,
        object: params,
      });
      return null;
    }),
  ];
}
