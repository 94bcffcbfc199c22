import type { DeviceId } from "@veche/contracts";
import type { Powers } from "@veche/realtime-client";

const deviceKey = "veche.device";

/** Names this browser; made on the first visit and kept. */
export function deviceIdOf(
  { newId }: Pick<Powers, "newId">,
  storage: Pick<Storage, "getItem" | "setItem">,
): DeviceId {
  const kept = storage.getItem(deviceKey);
  // What stands there was made by the line below, on an earlier visit.
  const deviceId = kept === null ? newId<DeviceId>() : (kept as DeviceId);
  storage.setItem(deviceKey, deviceId);
  return deviceId;
}
