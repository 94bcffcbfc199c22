import type {
  CallId,
  CommandParams,
  Floor,
  NoticeOf,
  PrincipalId,
  SilencedSource,
} from "@veche/contracts";
import type { CallPowers } from "../call-powers.ts";
import type { CallSession } from "../call-session.ts";
import type { LocalMedia } from "../local-media.ts";
import type { Signalling } from "../signalling.ts";
import { Store } from "../store.ts";
import type { CallFloor, FloorView, OrderToMe } from "./call-floor.ts";

/** How long a reaction is shown. */
const reactionMs = 4_000;
/** In a large call many react at once: the oldest make room. */
const mostReactions = 24;

export interface CallFloorOptions {
  readonly signalling: Pick<Signalling, "on" | "send">;
  readonly principalId: PrincipalId;
  readonly session: Pick<CallSession, "snapshot">;
  readonly media: Pick<LocalMedia, "state" | "turnOff" | "stopScreen">;
  readonly powers: Pick<CallPowers, "after">;
}

/**
 * Follows the order of the call that `session` is in, and obeys it: what I am to put out goes out here, whatever is
 * drawn, and only then the server is told. Nothing is ever put on. Ends with the session.
 */
class FollowedFloor implements CallFloor {
  readonly state = new Store<FloorView>({
    floor: null,
    reactions: [],
    order: null,
  });
  readonly #options: CallFloorOptions;
  readonly #endings: readonly (() => void)[];
  readonly #obeying = new Set<SilencedSource>();
  /** It may be told before the seat is. */
  #told: Floor | undefined;
  #keys = 0;

  constructor(options: CallFloorOptions) {
    const { signalling, session, media } = options;
    this.#options = options;
    this.#endings = [
      signalling.on("floor.changed", ({ floor }) => this.#tell(floor)),
      signalling.on("floor.reacted", (notice) => this.#reacted(notice)),
      signalling.on("floor.asked", (notice) => this.#asked(notice)),
      session.snapshot.subscribe(() => this.#sessionChanged()),
      media.state.subscribe(() => this.#mediaChanged()),
    ];
  }

  readonly say: CallFloor["say"] = async (name, params) => {
    const callId = this.#callId;
    if (callId === undefined) return;
    // Every command of the floor is for one call; the compiler does not put a generic shape together again.
    const whole = { ...params, callId } as CommandParams<typeof name>;
    await this.#options.signalling.send(name, whole);
  };

  readonly forgetOrder = (): void => this.#change({ order: null });

  get #callId(): CallId | undefined {
    return this.#options.session.snapshot.get().call?.id;
  }

  #change(change: Partial<FloorView>): void {
    this.state.set({ ...this.state.get(), ...change });
  }

  #tell(floor: Floor): void {
    const isOlder =
      this.#told?.callId === floor.callId &&
      this.#told.revision > floor.revision;
    if (isOlder) return;
    this.#told = floor;
    this.#take();
  }

  #take(): void {
    const floor = this.#told;
    if (floor === undefined || floor.callId !== this.#callId) return;
    if (this.state.get().floor === floor) return;
    this.#change({ floor });
    this.#obey(floor);
  }

  #obey({ silences }: Floor): void {
    const { principalId } = this.#options;
    const mine = silences.find((one) => one.principalId === principalId);
    const sources = (mine?.sources ?? []).filter(
      (source) => !this.#obeying.has(source),
    );
    if (sources.length === 0) return;
    const wereOn = sources.filter((source) => this.#isOn(source));
    for (const source of sources) this.#putOut(source);
    if (wereOn.length > 0)
      this.#change({ order: { kind: "silenced", sources: wereOn } });
    void this.#tellObeyed(sources);
  }

  /* What a cut line swallows is asked for again with the next line. */
  async #tellObeyed(sources: SilencedSource[]): Promise<void> {
    for (const source of sources) this.#obeying.add(source);
    await this.say("floor.silenced", { sources }).catch(() => undefined);
    for (const source of sources) this.#obeying.delete(source);
  }

  #isOn(source: SilencedSource): boolean {
    return this.#options.media.state.get()[source].kind !== "off";
  }

  #putOut(source: SilencedSource): void {
    const { media } = this.#options;
    if (source === "screen") media.stopScreen();
    else media.turnOff(source);
  }

  #reacted({ callId, principalId, reaction }: NoticeOf<"floor.reacted">): void {
    if (callId !== this.#callId) return;
    const key = (this.#keys += 1);
    const shown = this.state.get().reactions;
    this.#change({
      reactions: [
        // One of each: their next replaces it.
        ...shown.filter((one) => one.principalId !== principalId),
        { key, principalId, reaction },
      ].slice(-mostReactions),
    });
    this.#options.powers.after(reactionMs, () =>
      this.#change({
        reactions: this.state.get().reactions.filter((one) => one.key !== key),
      }),
    );
  }

  #asked({ callId, source, byName }: NoticeOf<"floor.asked">): void {
    if (callId !== this.#callId || this.#isOn(source)) return;
    this.#change({ order: { kind: "asked", source, byName } });
  }

  /** Whoever put on again what they were told of needs no words of it any more. */
  #mediaChanged(): void {
    const { order } = this.state.get();
    if (order === null) return;
    const sources = sourcesOf(order);
    if (sources.every((source) => this.#isOn(source))) this.forgetOrder();
  }

  #sessionChanged(): void {
    if (this.#options.session.snapshot.get().state.kind === "ended")
      for (const end of this.#endings) end();
    else this.#take();
  }
}

const sourcesOf = (order: OrderToMe): readonly SilencedSource[] =>
  order.kind === "silenced" ? order.sources : [order.source];

export const createCallFloor = (options: CallFloorOptions): CallFloor =>
  new FollowedFloor(options);
