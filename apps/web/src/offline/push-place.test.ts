import { expect, it } from "vitest";
import type { DeviceId } from "@veche/contracts";
import { createPushPlace } from "./push-place.ts";

const keys = { p256dh: "p".repeat(87), auth: "a".repeat(22) };
const endpoint = "https://push.example.com/1";

/** A browser as far as pushes go; the person answers `permission` when asked. */
function browser(permission: NotificationPermission) {
  let isOn = false;
  const asked: string[] = [];
  const subscription = {
    toJSON: () => ({ endpoint, keys }),
    unsubscribe: async () => {
      isOn = false;
      return true;
    },
  };
  const pushManager = {
    permissionState: async () =>
      permission === "default" ? "prompt" : permission,
    getSubscription: async () => (isOn ? subscription : null),
    subscribe: async ({
      applicationServerKey,
    }: {
      applicationServerKey: string;
    }) => {
      asked.push(applicationServerKey);
      isOn = true;
      return subscription;
    },
  };
  const place = createPushPlace({
    // The parts that are used.
    workers: {
      getRegistration: async () => ({ pushManager }),
    } as unknown as ServiceWorkerContainer,
    notifications: { requestPermission: async () => permission },
    deviceId: () => "device" as DeviceId,
  });
  return { place, asked };
}

it("a browser whose person agrees is subscribed with the server's key, until it is switched off", async () => {
  const { place, asked } = browser("granted");
  expect(await place.state()).toBe("off");
  expect(await place.subscribe("key")).toEqual({ endpoint, ...keys });
  expect([asked, await place.state()]).toEqual([["key"], "on"]);
  await place.unsubscribe();
  expect(await place.state()).toBe("off");
});

it("a browser whose person says no is not subscribed", async () => {
  const { place, asked } = browser("denied");
  expect(await place.subscribe("key")).toBeUndefined();
  expect([asked, await place.state()]).toEqual([[], "blocked"]);
});

it("a browser without pushes says so", async () => {
  const place = createPushPlace({
    workers: undefined,
    notifications: undefined,
    deviceId: () => "device" as DeviceId,
  });
  expect(await place.state()).toBe("absent");
});
