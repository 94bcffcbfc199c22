import type { DeviceId, Language, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import { judgePush } from "../domain/judge-push.ts";
import { words } from "../domain/words.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { pushRequest } from "../push-request.ts";
import { devicesOf, removeAddress } from "../store/devices.ts";
import type { VapidKeys } from "../vapid-keys.ts";

export type TestDeviceDeps = Pick<
  NotificationPowers,
  "database" | "push" | "productName" | "log"
> & {
  readonly keys: () => Promise<VapidKeys>;
  readonly subject: string;
};

interface Asked {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly language: Language;
}

const ttlS = 60;

/**
 * Sends one notification to a device now, so that its person sees whether it comes. `sent`: the browser's push service
 * took it; `gone`: no such browser is there any more, and the device is removed; `unreachable`: the service did not
 * answer. Refuses `request.not_found`.
 */
export async function testDevice(
  deps: TestDeviceDeps,
  { userId, deviceId, language }: Asked,
): Promise<"sent" | "gone" | "unreachable"> {
  const { database, push, log } = deps;
  const device = (await devicesOf(database.db, [userId])).find(
    (one) => one.deviceId === deviceId,
  );
  if (device === undefined) throw new AppError("request.not_found");
  const word = {
    title: await deps.productName(),
    body: words[language].test,
    tag: "test",
    path: "/notifications",
    isSilent: false,
  };
  const request = pushRequest(device, word, {
    keys: await deps.keys(),
    subject: deps.subject,
    ttlS,
    isUrgent: true,
    topic: "test",
  });
  try {
    const outcome = judgePush(await push.post(request));
    if (outcome.kind !== "gone")
      return outcome.kind === "done" ? "sent" : "unreachable";
    await database.transact(serverActor, ({ tx }) =>
      removeAddress(tx, device.endpoint),
    );
    return "gone";
  } catch (error) {
    log.debug({ error }, "a push service did not answer a test");
    return "unreachable";
  }
}
