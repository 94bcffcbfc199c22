import type { NoticeOf, SendCommand } from "@veche/contracts";
import type { Signalling } from "../src/index.ts";

type CallNotice = NoticeOf<
  "call.changed" | "call.quality_reported" | "call.signalled"
>;

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A line to the test's server that resumes nothing by itself: the test cuts it and mends it. */
export class PageLine implements Signalling {
  readonly #url: string;
  readonly #listeners = new Set<(notice: CallNotice) => void>();
  readonly #stateListeners = new Set<() => void>();
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #kind = "waiting";
  #lastId = 0;

  constructor(url: string) {
    this.#url = url;
  }

  readonly hurry: Signalling["hurry"] = () => () => undefined;
  readonly state: Signalling["state"] = {
    get: () => ({ kind: this.#kind }),
    subscribe: (listener) => {
      this.#stateListeners.add(listener);
      return () => this.#stateListeners.delete(listener);
    },
  };

  readonly on: Signalling["on"] = (wanted, listener) => {
    const own = (notice: CallNotice): void => {
      if (notice.type === wanted) listener(notice as never); // the tag was compared
    };
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  };

  readonly send: SendCommand = async (name, params) => {
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#kind !== "live") {
        reject(Object.assign(new Error("cut"), { code: "server.unavailable" }));
        return;
      }
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      this.#socket?.send(JSON.stringify({ id: this.#lastId, name, params }));
    });
    return (await answer) as never; // the model server answers as the contract says
  };

  connect(): Promise<void> {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onmessage = ({ data }: MessageEvent<string>) => this.#take(data);
    return new Promise((resolve) => {
      socket.onopen = () => {
        this.#become("live");
        resolve();
      };
    });
  }

  cut(): void {
    this.#become("waiting");
    this.#socket?.close();
  }

  #take(data: string): void {
    const frame = JSON.parse(data) as Answer | { readonly notice: CallNotice }; // the model server's
    if ("notice" in frame) {
      for (const listener of this.#listeners) listener(frame.notice);
      return;
    }
    const waiting = this.#waiting.get(frame.id);
    if (frame.error === undefined) waiting?.resolve(frame.result);
    else waiting?.reject(frame.error);
  }

  #become(kind: string): void {
    this.#kind = kind;
    for (const listener of this.#stateListeners) listener();
  }
}
