import { use } from "react";
import type { FileId, PrincipalId, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useStore } from "../store/use-store.ts";
import { ColleaguesContext } from "./colleagues.tsx";

const none: Readable<FileId | null> = {
  get: () => null,
  subscribe: () => () => undefined,
};

/** Somebody's photo; null of nobody, of whoever has none, until it is known, and for a guest, who sees none. */
export function usePhoto(personId: PrincipalId | undefined): FileId | null {
  const photos = use(ColleaguesContext)?.photos;
  // Whoever is no user has no photo: the server knows none.
  return useStore(
    personId === undefined || photos === undefined
      ? none
      : photos.of(personId as UserId),
  );
}
