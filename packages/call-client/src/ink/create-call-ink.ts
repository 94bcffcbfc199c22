import type {
  CallId,
  NoticeOf,
  PicturePoint,
  Pointing,
  PrincipalId,
} from "@veche/contracts";
import type { CallPowers } from "../call-powers.ts";
import type { CallSession } from "../call-session.ts";
import type { Signalling } from "../signalling.ts";
import { Store } from "../store.ts";
import type { CallInk, InkView } from "./call-ink.ts";
import { afterPointing, withoutOwners, type Pointed } from "./ink-view.ts";

/** What is told of a moving hand is told so often: smooth to the eye, a third of what the server takes. */
const everyMs = 50;
/** A pointer that rests is gone after so long. */
const restMs = 3_000;
/** What the contract takes at once. */
const mostPointsAtOnce = 64;
/** And how many names of lines it has. */
const strokeIds = 1_000_000;

export interface CallInkOptions {
  readonly signalling: Pick<Signalling, "on" | "send">;
  readonly principalId: PrincipalId;
  readonly session: Pick<CallSession, "snapshot">;
  readonly powers: Pick<CallPowers, "after" | "nowMs">;
}

/** Mine waiting to be told: the newest place of the pointer, and the points of lines in their order. */
interface Waiting {
  readonly ownerId: PrincipalId;
  readonly pointing: Pointing;
}

/** Ends with the session. What I draw is seen here at once, by the others within a twentieth of a second. */
class FollowedInk implements CallInk {
  readonly state = new Store<InkView>(new Map());
  readonly #options: CallInkOptions;
  readonly #endings: readonly (() => void)[];
  /** By screen and person: when their pointer fades. */
  readonly #fading = new Map<string, () => void>();
  #waiting: Waiting[] = [];
  #stopTelling: (() => void) | undefined;
  #strokes: number;

  constructor(options: CallInkOptions) {
    const { signalling, session } = options;
    this.#options = options;
    // A page that was reloaded must not go on with the lines it drew before.
    this.#strokes = Math.floor(options.powers.nowMs() / 100) % strokeIds;
    this.#endings = [
      signalling.on("floor.pointed", (notice) => this.#pointed(notice)),
      session.snapshot.subscribe(() => this.#sessionChanged()),
    ];
  }

  readonly point: CallInk["point"] = (ownerId, point) => {
    this.#tell(ownerId, point === null ? { kind: "gone" } : at(point));
  };

  readonly draw: CallInk["draw"] = (ownerId, from) => {
    const strokeId = this.#nextStroke();
    const add = (point: PicturePoint) => {
      const pointing: Pointing = { kind: "line", strokeId, points: [point] };
      this.#show({ ownerId, principalId: this.#me, pointing });
      this.#tell(ownerId, pointing);
    };
    add(from);
    return { add };
  };

  readonly wipe: CallInk["wipe"] = async (ownerId, whose) => {
    const pointing: Pointing = { kind: "wiped", whose };
    // What still waits would come back after it.
    this.#flush();
    await this.#send({ ownerId, pointing });
    this.#show({ ownerId, principalId: this.#me, pointing });
  };

  get #me(): PrincipalId {
    return this.#options.principalId;
  }

  get #callId(): CallId | undefined {
    return this.#options.session.snapshot.get().call?.id;
  }

  #nextStroke(): number {
    this.#strokes = (this.#strokes + 1) % strokeIds;
    return this.#strokes;
  }

  #pointed({ callId, ...pointed }: NoticeOf<"floor.pointed">): void {
    if (callId !== this.#callId || pointed.principalId === this.#me) return;
    this.#show(pointed);
    this.#fade(pointed);
  }

  #show(pointed: Pointed): void {
    const view = afterPointing(this.state.get(), pointed);
    // My own hand is seen where it is: its pointer would only lag behind.
    this.state.set(
      pointed.principalId === this.#me
        ? afterPointing(view, { ...pointed, pointing: { kind: "gone" } })
        : view,
    );
  }

  #fade({ ownerId, principalId, pointing }: Pointed): void {
    const key = `${ownerId} ${principalId}`;
    this.#fading.get(key)?.();
    this.#fading.delete(key);
    if (pointing.kind !== "at" && pointing.kind !== "line") return;
    const end = this.#options.powers.after(restMs, () => {
      this.#fading.delete(key);
      this.#show({ ownerId, principalId, pointing: { kind: "gone" } });
    });
    this.#fading.set(key, end);
  }

  #tell(ownerId: PrincipalId, pointing: Pointing): void {
    this.#waiting = together(this.#waiting, { ownerId, pointing });
    this.#stopTelling ??= this.#options.powers.after(everyMs, this.#flush);
  }

  readonly #flush = (): void => {
    this.#stopTelling?.();
    this.#stopTelling = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    // What is refused or lost is a moment of a moving hand: the next one follows.
    for (const one of waiting) this.#send(one).catch(() => undefined);
  };

  async #send({ ownerId, pointing }: Waiting): Promise<void> {
    const callId = this.#callId;
    if (callId === undefined) return;
    await this.#options.signalling.send("floor.point", {
      ...{ callId, ownerId, pointing },
    });
  }

  #sessionChanged(): void {
    const { state, call } = this.#options.session.snapshot.get();
    if (state.kind === "ended") {
      for (const end of [...this.#endings, ...this.#fading.values()]) end();
      this.#stopTelling?.();
      this.state.set(new Map());
      return;
    }
    const isShown = (ownerId: PrincipalId) =>
      call?.participants.some(
        (one) =>
          one.principalId === ownerId &&
          one.state !== "left" &&
          one.media.screen,
      ) === true;
    this.state.set(
      withoutOwners(this.state.get(), (ownerId) => !isShown(ownerId)),
    );
  }
}

const at = (point: PicturePoint): Pointing => ({ kind: "at", point });

/** Of a pointer only the newest place is told; points of one line go together. */
function together(waiting: readonly Waiting[], next: Waiting): Waiting[] {
  const last = waiting.at(-1);
  if (last?.ownerId !== next.ownerId) return [...waiting, next];
  const { pointing: before } = last;
  const { pointing } = next;
  const isMore =
    before.kind === "line" &&
    pointing.kind === "line" &&
    before.strokeId === pointing.strokeId &&
    before.points.length < mostPointsAtOnce;
  if (isMore) {
    const points = [...before.points, ...pointing.points];
    const { ownerId } = next;
    return [
      ...waiting.slice(0, -1),
      { ownerId, pointing: { ...pointing, points } },
    ];
  }
  const isOvertaken = before.kind === "at" && pointing.kind !== "wiped";
  return [...(isOvertaken ? waiting.slice(0, -1) : waiting), next];
}

/** Pointing and drawing in the call that `session` is in. */
export const createCallInk = (options: CallInkOptions): CallInk =>
  new FollowedInk(options);
