import type { GuestStay } from "@veche/contracts";

/** A guest's stay in this tab: a reload of the page comes back into it. */
export interface KeptStay {
  readonly get: () => GuestStay | null;
  readonly set: (stay: GuestStay | null) => void;
}

export function createKeptStay(storage: Storage, linkToken: string): KeptStay {
  const key = `veche.guest.${linkToken}`;
  return {
    get() {
      const kept = storage.getItem(key);
      // Written by nobody but this page; one that the server no longer takes ends by itself.
      return kept === null ? null : (JSON.parse(kept) as GuestStay);
    },
    set(stay) {
      if (stay === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(stay));
    },
  };
}
