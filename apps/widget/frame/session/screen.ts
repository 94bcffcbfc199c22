import type {
  Call,
  CallMedia,
  CustomerRequest,
  PrincipalId,
} from "@veche/contracts";

/** Where the visitor wants to be when nothing more urgent goes on. */
export type Wish =
  | { readonly kind: "home" }
  | { readonly kind: "chat" }
  | { readonly kind: "prejoin"; readonly media: CallMedia };

/** How the last call ended, shown until the visitor leaves the page of thanks. */
export interface CallOutcome {
  readonly callId: string;
  readonly media: CallMedia;
  readonly reason: "hung_up" | "lost" | "unanswered" | "declined" | "cancelled";
  readonly durationMs: number;
}

/** This tab's part in the present call. `taking`: asked for, whichever call it will be. */
export type Seat =
  | { readonly kind: "none" }
  | { readonly kind: "taking" }
  | { readonly kind: "here"; readonly callId: string };

export interface ScreenFacts {
  readonly wish: Wish;
  readonly request: CustomerRequest | null;
  readonly call: Call | null;
  readonly seat: Seat;
  readonly outcome: CallOutcome | null;
  readonly me: PrincipalId | null;
}

export type Screen =
  | { readonly kind: "home" }
  | { readonly kind: "chat" }
  | { readonly kind: "prejoin"; readonly media: CallMedia }
  | { readonly kind: "queue" }
  | { readonly kind: "incoming"; readonly call: Call }
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "elsewhere"; readonly call: Call }
  | { readonly kind: "ended"; readonly outcome: CallOutcome };

const isCalled = (call: Call, me: PrincipalId | null): boolean =>
  call.state === "ringing" &&
  call.callerId !== me &&
  call.participants.some(
    ({ principalId, state }) => principalId === me && state === "invited",
  );

const isWaitingForCall = (request: CustomerRequest | null): boolean =>
  request !== null &&
  request.kind !== "chat" &&
  (request.state === "waiting" || request.state === "offered");

/** The one screen to show: what rings or goes on before what the visitor would rather look at. */
export function screenOf({
  wish,
  request,
  call,
  seat,
  outcome,
  me,
}: ScreenFacts): Screen {
  if (call !== null) {
    const isSeated =
      seat.kind === "taking" ||
      (seat.kind === "here" && seat.callId === call.id);
    if (isSeated)
      return isWaitingForCall(request)
        ? { kind: "queue" }
        : { kind: "call", call };
    if (isCalled(call, me)) return { kind: "incoming", call };
    if (wish.kind !== "chat") return { kind: "elsewhere", call };
  }
  if (wish.kind === "chat") return { kind: "chat" };
  if (isWaitingForCall(request)) return { kind: "queue" };
  if (outcome !== null) return { kind: "ended", outcome };
  return wish;
}
