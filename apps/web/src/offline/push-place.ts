import type {
  DeviceId,
  PushSubscription as Subscribed,
} from "@veche/contracts";

/** `absent`: this browser has no pushes here · `blocked`: the person said no to the browser itself. */
export type PushState = "absent" | "blocked" | "off" | "on";

export interface PushPlaceDeps {
  readonly workers: ServiceWorkerContainer | undefined;
  /** Absent where the browser shows no notifications. */
  readonly notifications:
    Pick<typeof Notification, "requestPermission"> | undefined;
  readonly deviceId: () => DeviceId;
}

/** This browser as a place that is told when no window is open. */
export interface PushPlace {
  readonly deviceId: () => DeviceId;
  readonly state: () => Promise<PushState>;
  /** To be called in a press: the browser asks the person. Undefined: they said no. */
  readonly subscribe: (publicKey: string) => Promise<Subscribed | undefined>;
  readonly unsubscribe: () => Promise<void>;
}

export function createPushPlace({
  workers,
  notifications,
  deviceId,
}: PushPlaceDeps): PushPlace {
  const manager = async (): Promise<PushManager | undefined> => {
    const registration = await workers?.getRegistration();
    return registration?.pushManager;
  };
  return {
    deviceId,
    async state() {
      const pushes = await manager();
      if (pushes === undefined || notifications === undefined) return "absent";
      const permission = await pushes.permissionState({
        userVisibleOnly: true,
      });
      if (permission === "denied") return "blocked";
      return (await pushes.getSubscription()) === null ? "off" : "on";
    },
    async subscribe(publicKey) {
      const permission = await notifications?.requestPermission();
      if (permission !== "granted") return undefined;
      const pushes = await manager();
      const made = await pushes?.subscribe({
        userVisibleOnly: true,
        applicationServerKey: publicKey,
      });
      return made && describe(made);
    },
    async unsubscribe() {
      const made = await (await manager())?.getSubscription();
      await made?.unsubscribe();
    },
  };
}

function describe(made: PushSubscription): Subscribed | undefined {
  const { endpoint, keys } = made.toJSON();
  const p256dh = keys?.["p256dh"];
  const auth = keys?.["auth"];
  if (endpoint === undefined || p256dh === undefined || auth === undefined)
    return undefined;
  return { endpoint, p256dh, auth };
}
