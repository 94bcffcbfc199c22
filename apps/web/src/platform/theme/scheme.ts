import { createStore, type Readable } from "@veche/realtime-client";

export const schemeChoices = ["system", "light", "dark"] as const;
type SchemeChoice = (typeof schemeChoices)[number];

export interface Scheme {
  readonly choice: Readable<SchemeChoice>;
  readonly choose: (choice: SchemeChoice) => void;
}

export interface SchemeDeps {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  /** Carries `data-scheme`, which the token sheet and Mantine read. */
  readonly root: Pick<HTMLElement, "setAttribute" | "removeAttribute">;
}

const storageKey = "veche.scheme";

/** The reader's choice of light or dark, kept in this browser; `system` follows the machine. */
export function createScheme({ storage, root }: SchemeDeps): Scheme {
  const kept = schemeChoices.find(
    (choice) => choice === storage.getItem(storageKey),
  );
  const choice = createStore<SchemeChoice>(kept ?? "system");
  const apply = () => {
    const present = choice.get();
    if (present === "system") root.removeAttribute("data-scheme");
    else root.setAttribute("data-scheme", present);
  };
  apply();
  return {
    choice,
    choose: (next) => {
      choice.set(next);
      storage.setItem(storageKey, next);
      apply();
    },
  };
}
