import type { User } from "@veche/contracts";

const key = "veche.user";

/** Who used this browser last and did not sign out: the app opens for them before, or without, the server's word. */
export interface KeptUser {
  readonly get: () => User | null;
  readonly set: (user: User | null) => void;
}

export const createKeptUser = (
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): KeptUser => ({
  get: () => {
    const kept = storage.getItem(key);
    try {
      // Only the line below writes it; what somebody spoilt by hand is as good as nothing.
      return kept === null ? null : (JSON.parse(kept) as User);
    } catch {
      return null;
    }
  },
  set: (user) => {
    if (user === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(user));
  },
});
