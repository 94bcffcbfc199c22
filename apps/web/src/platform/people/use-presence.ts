import type { Presence, PrincipalId, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useStore } from "../store/use-store.ts";
import { useColleagues } from "./colleagues.tsx";

const nobody: Readable<Presence | null> = {
  get: () => null,
  subscribe: () => () => undefined,
};

/** Whether somebody is there; null of nobody, and until it is known. */
export function usePresence(userId: PrincipalId | undefined): Presence | null {
  const { presences } = useColleagues();
  // Of whoever is no user nothing is known.
  return useStore(
    userId === undefined ? nobody : presences.of(userId as UserId),
  );
}
