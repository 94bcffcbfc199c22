import type {
  ErrorCode,
  Notice,
  NoticeOf,
  PrincipalId,
  SendCommand,
} from "@veche/contracts";
import type { Attached, CallRoom } from "../browser-tests/call-room.ts";
import type { Signalling } from "../src/index.ts";

type Listener = (notice: never) => void;

/** A line into a room in the same process. The test cuts it, mends it and reads what was said on it. */
export class RoomLine implements Signalling {
  readonly said: { readonly name: string; readonly params: unknown }[] = [];
  /** Refuses the next commands with these codes. */
  readonly refusals: ErrorCode[] = [];
  readonly #room: CallRoom;
  readonly #principalId: PrincipalId;
  readonly #listeners = new Set<{
    readonly kind: string;
    readonly listener: Listener;
  }>();
  readonly #stateListeners = new Set<() => void>();
  #attached: Attached | undefined;

  constructor(room: CallRoom, principalId: PrincipalId) {
    this.#room = room;
    this.#principalId = principalId;
    this.mend();
  }

  readonly hurry: Signalling["hurry"] = () => () => undefined;
  readonly state: Signalling["state"] = {
    get: () => ({ kind: this.#attached === undefined ? "waiting" : "live" }),
    subscribe: (listener) => {
      this.#stateListeners.add(listener);
      return () => this.#stateListeners.delete(listener);
    },
  };

  readonly on: Signalling["on"] = (kind, listener) => {
    const entry = { kind, listener: listener as Listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly send: SendCommand = async (name, params) => {
    await Promise.resolve();
    if (this.#attached === undefined)
      throw Object.assign(new Error("cut"), { code: "server.unavailable" });
    this.said.push({ name, params });
    const code = this.refusals.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return this.#attached.command(name, structuredClone(params)) as never; // the room answers as the contract says
  };

  /** How often a command was said. */
  count(name: string): number {
    return this.said.filter((command) => command.name === name).length;
  }

  cut(): void {
    this.#attached?.detach();
    this.#attached = undefined;
    this.#changed();
  }

  mend(): void {
    this.#attached = this.#room.attach(this.#principalId, (notice) =>
      this.tell(notice),
    );
    this.#changed();
  }

  /** Tells something as if the server did. */
  tell(notice: Notice): void {
    const copy = structuredClone(notice) as NoticeOf<"call.changed">; // whatever it is, its listener knows
    void Promise.resolve().then(() => {
      if (this.#attached === undefined) return;
      for (const { kind, listener } of [...this.#listeners])
        if (kind === copy.type) listener(copy as never);
    });
  }

  #changed(): void {
    for (const listener of [...this.#stateListeners]) listener();
  }
}
