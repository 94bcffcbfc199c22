import type {
  CallReaction,
  CommandName,
  CommandParams,
  Floor,
  NoticeOf,
  PrincipalId,
  SilencedSource,
} from "@veche/contracts";
import type { Readable } from "../store.ts";

/** What is said of a call's order. */
type FloorCommand = Extract<
  CommandName,
  `floor.${string}` | "lobby.admit" | "lobby.refuse"
>;

/** A reaction while it is shown. */
export interface ShownReaction {
  readonly key: number;
  readonly principalId: PrincipalId;
  readonly reaction: CallReaction;
}

/** What those who keep order last wanted of me. */
export type OrderToMe =
  /** These were put out here. */
  | { readonly kind: "silenced"; readonly sources: readonly SilencedSource[] }
  /** They ask me to put this on; it is mine to do so. */
  | {
      readonly kind: "asked";
      readonly source: NoticeOf<"floor.asked">["source"];
      readonly byName: string;
    };

export interface FloorView {
  /** As the server last told it; null before that and in a call of two. */
  readonly floor: Floor | null;
  /** The newest last. */
  readonly reactions: readonly ShownReaction[];
  /** Until I put it on, or want to read it no more. */
  readonly order: OrderToMe | null;
}

/** The order of a group's call from one participant's side. */
export interface CallFloor {
  readonly state: Readable<FloorView>;
  /** Says one of the commands for the call I am in. Rejects with its code. */
  readonly say: <Name extends FloorCommand>(
    name: Name,
    params: Omit<CommandParams<Name>, "callId">,
  ) => Promise<void>;
  /** `order` was read. */
  readonly forgetOrder: () => void;
}
