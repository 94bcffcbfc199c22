import type { PicturePoint, PrincipalId } from "@veche/contracts";
import type { Readable } from "../store.ts";

/** A line somebody draws over a screen. */
export interface Stroke {
  readonly key: string;
  readonly principalId: PrincipalId;
  readonly points: readonly PicturePoint[];
}

/** Where somebody's pointer is now. */
interface Pointer {
  readonly principalId: PrincipalId;
  readonly point: PicturePoint;
}

/** What lies over one screen. */
export interface Ink {
  /** The oldest first. */
  readonly strokes: readonly Stroke[];
  /** Of the others; a pointer that rests fades away. */
  readonly pointers: readonly Pointer[];
}

/** By who shows the screen. */
export type InkView = ReadonlyMap<PrincipalId, Ink>;

/** Pointing at and drawing over the screens of a call, as all who are in it see it. Nothing of it is kept. */
export interface CallInk {
  readonly state: Readable<InkView>;
  /** My pointer over this one's screen; null: it is there no more. */
  readonly point: (ownerId: PrincipalId, point: PicturePoint | null) => void;
  /** Begins a line of mine; `add` goes on with it. */
  readonly draw: (
    ownerId: PrincipalId,
    from: PicturePoint,
  ) => { readonly add: (point: PicturePoint) => void };
  /** Takes away what I drew, or what everybody did. Rejects with its code. */
  readonly wipe: (
    ownerId: PrincipalId,
    whose: "mine" | "everybody",
  ) => Promise<void>;
}
