import type { CallId, NoticeOf, PrincipalId } from "@veche/contracts";
import type { CallPowers } from "../call-powers.ts";
import type { CallSession } from "../call-session.ts";
import type { Signalling } from "../signalling.ts";
import { Store, type Readable } from "../store.ts";

/** What somebody says, as it is shown. */
interface ShownCaption {
  readonly key: string;
  readonly principalId: PrincipalId;
  readonly text: string;
  /** It will not change any more. */
  readonly isFinal: boolean;
}

/** The captions of a call: what others' programs hear in it. Nothing of it is kept. */
export interface CallCaptions {
  /** The newest last. */
  readonly state: Readable<readonly ShownCaption[]>;
}

/** So long somebody reads two lines, and a second more. */
const shownMs = 7_000;
/** What is read at once. */
const mostLines = 4;

export interface CallCaptionsOptions {
  readonly signalling: Pick<Signalling, "on">;
  readonly session: Pick<CallSession, "snapshot">;
  readonly powers: Pick<CallPowers, "after">;
}

/** Follows the captions of the call that `session` is in, and ends with it. */
class FollowedCaptions implements CallCaptions {
  readonly state = new Store<readonly ShownCaption[]>([]);
  readonly #options: CallCaptionsOptions;
  readonly #endings: readonly (() => void)[];
  readonly #fading = new Map<string, () => void>();

  constructor(options: CallCaptionsOptions) {
    const { signalling, session } = options;
    this.#options = options;
    this.#endings = [
      signalling.on("floor.captioned", (notice) => this.#captioned(notice)),
      session.snapshot.subscribe(() => this.#sessionChanged()),
    ];
  }

  get #callId(): CallId | undefined {
    return this.#options.session.snapshot.get().call?.id;
  }

  #captioned(notice: NoticeOf<"floor.captioned">): void {
    if (notice.callId !== this.#callId) return;
    const { principalId, caption } = notice;
    const { captionId, text, isFinal } = caption;
    const key = `${principalId} ${String(captionId)}`;
    const line = { key, principalId, text, isFinal };
    const shown = this.state.get();
    const isKnown = shown.some((one) => one.key === key);
    const lines = isKnown
      ? shown.map((one) => (one.key === key ? line : one))
      : [...shown, line];
    this.state.set(lines.slice(-mostLines));
    this.#fading.get(key)?.();
    const end = this.#options.powers.after(shownMs, () => this.#drop(key));
    this.#fading.set(key, end);
  }

  #drop(key: string): void {
    this.#fading.delete(key);
    this.state.set(this.state.get().filter((one) => one.key !== key));
  }

  #sessionChanged(): void {
    if (this.#options.session.snapshot.get().state.kind !== "ended") return;
    for (const end of [...this.#endings, ...this.#fading.values()]) end();
    this.state.set([]);
  }
}

export const createCallCaptions = (
  options: CallCaptionsOptions,
): CallCaptions => new FollowedCaptions(options);
