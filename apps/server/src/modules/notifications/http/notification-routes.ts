import {
  defaultNotificationSettings,
  isTimeZone,
  notificationEndpoints as endpoints,
  type PushDevice,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { deviceName } from "../../identity/index.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import {
  devicesOf,
  removeDevice,
  writeDevice,
  type PushDeviceRow,
} from "../store/devices.ts";
import { settingsOf } from "../store/settings.ts";
import { changeSettings } from "../use-cases/change-settings.ts";
import { testDevice, type TestDeviceDeps } from "../use-cases/test-device.ts";

export type RouteDeps = Pick<
  NotificationPowers,
  "database" | "clock" | "addresses" | "push" | "mailer"
> &
  TestDeviceDeps;

const present = ({ deviceId, device, subscribedAt }: PushDeviceRow) =>
  ({
    deviceId,
    device,
    subscribedAt: subscribedAt.toISOString(),
  }) satisfies PushDevice;

export const notificationRoutes = (deps: RouteDeps): readonly Route[] => [
  ...settingsRoutes(deps),
  ...deviceRoutes(deps),
];

function settingsRoutes({
  database,
  addresses,
  mailer,
}: RouteDeps): readonly Route[] {
  return [
    route(endpoints.getNotificationSettings, async ({ principal: { id } }) => {
      const chosen = (await settingsOf(database.db, [id])).get(id);
      const known =
        mailer === undefined ? undefined : (await addresses.of([id])).get(id);
      return {
        settings: chosen ?? defaultNotificationSettings,
        digestAddress: known ?? null,
      };
    }),
    route(
      endpoints.updateNotificationSettings,
      async ({ principal: { id }, actor, body }) => {
        if (!isTimeZone(body.timeZone))
          throw new AppError("request.invalid", {
            issues: [
              { path: "/timeZone", message: "must be a known time zone" },
            ],
          });
        await changeSettings({ database }, actor, {
          userId: id,
          settings: body,
        });
        return body;
      },
    ),
  ];
}

function deviceRoutes(deps: RouteDeps): readonly Route[] {
  const { database, clock, push, keys } = deps;
  return [
    route(
      endpoints.testDevice,
      async ({ principal: { id: userId, language }, params }) => ({
        outcome: await testDevice(deps, { userId, language, ...params }),
      }),
    ),
    route(endpoints.getPushKey, async (_context) => ({
      publicKey: (await keys()).publicKey,
    })),
    route(endpoints.listPushDevices, async ({ principal }) => ({
      items: (await devicesOf(database.db, [principal.id])).map(present),
    })),
    route(
      endpoints.subscribeDevice,
      async ({ principal, actor, params: { deviceId }, body, http }) => {
        if (!push.isAllowed(body.endpoint))
          throw new AppError("push.address_refused");
        const row = await database.transact(actor, ({ tx }) =>
          writeDevice(tx, {
            userId: principal.id,
            deviceId,
            sessionId: principal.sessionId,
            ...body,
            device: deviceName(http.request.headers["user-agent"]),
            subscribedAt: clock.now(),
          }),
        );
        return present(row);
      },
    ),
    route(
      endpoints.unsubscribeDevice,
      async ({ principal, actor, params: { deviceId } }) => {
        await database.transact(actor, ({ tx }) =>
          removeDevice(tx, principal.id, deviceId),
        );
        return null;
      },
    ),
  ];
}
