import { Type } from "typebox";
import { DeviceIdSchema } from "../ids.ts";
import {
  NotificationSettings,
  PushDevice,
  PushSubscription,
} from "../notifications.ts";
import { closed, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Notifications";
const access = { kind: "user" } as const;
const params = closed({ deviceId: DeviceIdSchema });

export const notificationEndpoints = {
  getNotificationSettings: endpoint({
    method: "GET",
    path: "/api/v1/notifications/settings",
    tag,
    summary: "What I want to be told of, and when not",
    access,
    status: 200,
    response: closed({
      settings: NotificationSettings,
      /** Where the digest goes; null: nowhere, no address of mine is known or this server sends no mail. */
      digestAddress: Type.Union([Type.String(), Type.Null()]),
    }),
    errors: [],
  }),
  updateNotificationSettings: endpoint({
    method: "PUT",
    path: "/api/v1/notifications/settings",
    tag,
    summary: "Change what I want to be told of",
    access,
    body: NotificationSettings,
    status: 200,
    response: NotificationSettings,
    errors: [],
  }),
  getPushKey: endpoint({
    method: "GET",
    path: "/api/v1/notifications/push-key",
    tag,
    summary: "The server's public key (VAPID) for `PushManager.subscribe`",
    access,
    status: 200,
    response: closed({ publicKey: Type.String() }),
    errors: [],
  }),
  listPushDevices: endpoint({
    method: "GET",
    path: "/api/v1/notifications/devices",
    tag,
    summary: "My devices that take pushes",
    access,
    status: 200,
    response: closed({ items: Type.Array(PushDevice) }),
    errors: [],
  }),
  /** The same again changes nothing; a new address of the device replaces the old one. Ends with the session. */
  subscribeDevice: endpoint({
    method: "PUT",
    path: "/api/v1/notifications/devices/:deviceId",
    tag,
    summary: "Push to this device from now on",
    access,
    params,
    body: PushSubscription,
    status: 200,
    response: PushDevice,
    errors: ["push.address_refused"],
  }),
  unsubscribeDevice: endpoint({
    method: "DELETE",
    path: "/api/v1/notifications/devices/:deviceId",
    tag,
    summary: "Push to this device no more",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: [],
  }),
  testDevice: endpoint({
    method: "POST",
    path: "/api/v1/notifications/devices/:deviceId/test",
    tag,
    summary: "Send one notification to this device now",
    access,
    params,
    status: 200,
    response: closed({
      /** `gone`: that browser takes pushes no more; the device is removed. */
      outcome: oneOf(["sent", "gone", "unreachable"]),
    }),
    errors: ["request.not_found"],
  }),
} as const;
