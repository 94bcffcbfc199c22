import type { Presence, PrincipalId, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useStore } from "../../../platform/store/use-store.ts";
import { useMessenger } from "../messenger-context.tsx";

const nobody: Readable<Presence | null> = {
  get: () => null,
  subscribe: () => () => undefined,
};

/** Whether somebody is there; null of nobody, and until it is known. */
export function usePresence(userId: PrincipalId | undefined): Presence | null {
  const { presences } = useMessenger();
  // Of a customer nobody asks here: the messenger shows the staff's own conversations.
  return useStore(
    userId === undefined ? nobody : presences.of(userId as UserId),
  );
}
