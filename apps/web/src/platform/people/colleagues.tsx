import type { CallMedia, UserId } from "@veche/contracts";
import { createContext, use } from "react";
import type { Photos } from "./photos.ts";
import type { Presences } from "./presences.ts";

/** What every screen may know of the people of the company, and do with them. */
export interface Colleagues {
  readonly presences: Presences;
  readonly photos: Photos;
  /** Opens somebody's card over whatever is on the screen. */
  readonly showCard: (userId: UserId) => void;
  /** Opens the conversation of two. */
  readonly write: (userId: UserId) => Promise<void>;
  /** Rings them in the conversation of two. */
  readonly call: (userId: UserId, media: CallMedia) => Promise<void>;
}

export const ColleaguesContext = createContext<Colleagues | undefined>(
  undefined,
);

export function useColleagues(): Colleagues {
  const colleagues = use(ColleaguesContext);
  if (colleagues === undefined)
    throw new Error("useColleagues is used outside the workplace");
  return colleagues;
}
