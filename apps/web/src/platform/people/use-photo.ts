import type { FileId, PrincipalId, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useStore } from "../store/use-store.ts";
import { useColleagues } from "./colleagues.tsx";

const none: Readable<FileId | null> = {
  get: () => null,
  subscribe: () => () => undefined,
};

/** Somebody's photo; null of nobody, of whoever has none, and until it is known. */
export function usePhoto(personId: PrincipalId | undefined): FileId | null {
  const { photos } = useColleagues();
  // Whoever is no user has no photo: the server knows none.
  return useStore(
    personId === undefined ? none : photos.of(personId as UserId),
  );
}
