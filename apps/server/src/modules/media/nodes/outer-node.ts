import type { MediaNode } from "@veche/contracts";
import type { MediaNodeConfig } from "../../../platform/config/media-nodes-file.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { openJanusLine, type JanusLine } from "../janus/janus-line.ts";
import { watchJanus } from "../janus/watch-janus.ts";
import { checkNode, UnfitNodeError } from "./check-node.ts";

export interface OuterNodeDeps {
  readonly node: MediaNodeConfig;
  readonly log: Log;
  readonly timers: Timers;
  readonly ids: Ids;
  /** It serves on a new line; everything behind an earlier one is lost. */
  readonly onUp: (line: JanusLine) => void;
}

/** A media server that somebody else runs; we only speak to it. */
export interface OuterNode {
  readonly name: string;
  state(): "down" | "up";
  /** What its administrator has to change; null: nothing is known. */
  fault(): MediaNode["fault"];
  start(): void;
  stop(): void;
}

const againAfterMs = { first: 500, most: 15_000 } as const;

/** Keeps a line to it: one that closes is opened anew, later each time that fails. */
export const connectNode = (deps: OuterNodeDeps): OuterNode =>
  new KeptNode(deps);

class KeptNode implements OuterNode {
  readonly name: string;
  readonly #deps: OuterNodeDeps;
  #line: JanusLine | undefined;
  #fault: MediaNode["fault"] = null;
  #waitMs: number = againAfterMs.first;
  #isStopped = true;
  #nextTry: Disposable | undefined;

  constructor(deps: OuterNodeDeps) {
    this.#deps = deps;
    this.name = deps.node.name;
  }

  state(): "down" | "up" {
    return this.#line === undefined ? "down" : "up";
  }

  fault(): MediaNode["fault"] {
    return this.#fault;
  }

  start(): void {
    this.#isStopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    this.#nextTry?.[Symbol.dispose]();
    this.#line?.[Symbol.dispose]();
  }

  async #connect(): Promise<void> {
    const { node, log } = this.#deps;
    let line: JanusLine | undefined;
    try {
      line = await openJanusLine({ ...node, timers: this.#deps.timers });
      const version = await checkNode(line, { ...this.#deps, ...node });
      if (this.#isStopped) {
        line[Symbol.dispose]();
        return;
      }
      log.info({ node: node.name, version }, "a media server is up");
      this.#use(line);
    } catch (error) {
      line?.[Symbol.dispose]();
      this.#fault = error instanceof UnfitNodeError ? error.fault : null;
      log.warn({ node: node.name, error }, "a media server can't be used");
      this.#tryAgain();
    }
  }

  #use(line: JanusLine): void {
    const { node, log, onUp } = this.#deps;
    this.#line = line;
    this.#fault = null;
    this.#waitMs = againAfterMs.first;
    watchJanus(line, this.#deps);
    void line.closed.then(() => {
      this.#line = undefined;
      if (this.#isStopped) return;
      log.warn({ node: node.name }, "a media server is gone");
      this.#tryAgain();
    });
    onUp(line);
  }

  #tryAgain(): void {
    if (this.#isStopped) return;
    const { timers } = this.#deps;
    this.#nextTry = timers.after(this.#waitMs, () => void this.#connect());
    this.#waitMs = Math.min(this.#waitMs * 2, againAfterMs.most);
  }
}
