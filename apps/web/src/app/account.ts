import type { User } from "@veche/contracts";
import type { WorkplaceParts } from "./create-workplace.ts";

/** Who uses the app: known after the first answer of the server. */
export type Account =
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly failure: unknown }
  /** `isExpired`: it was a session that ended, not a first visit. */
  | { readonly kind: "out"; readonly isExpired: boolean }
  /** The line to the server, the desk and the calls live as long as the person is in. */
  | {
      readonly kind: "in";
      readonly user: User;
      readonly workplace: WorkplaceParts;
    };
