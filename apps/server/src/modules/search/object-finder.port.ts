import type { FoundObject } from "@veche/contracts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** Who knows the objects of business systems; they stand above and are plugged in by `app/`. */
export interface ObjectFinder {
  /** Only those this user may open. */
  find(
    viewer: UserPrincipal,
    text: string,
    limit: number,
  ): Promise<readonly FoundObject[]>;
}
