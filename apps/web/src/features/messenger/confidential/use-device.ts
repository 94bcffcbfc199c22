import {
  isOpenOn,
  type Conversation,
  type DeviceClass,
} from "@veche/contracts";
import { useStore } from "../../../platform/store/use-store.ts";
import { useMessenger } from "../messenger-context.tsx";

/** What the server takes this device for; null until it has said so. */
export function useDevice(): DeviceClass | null {
  const { realtime } = useMessenger();
  const me = useStore(realtime.me);
  return me?.kind === "user" ? me.device : null;
}

/** Doesn't this conversation open here? */
export function useIsShut({ confidentiality }: Conversation): boolean {
  const device = useDevice();
  return !isOpenOn(confidentiality, device);
}
