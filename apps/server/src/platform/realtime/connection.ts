import {
  PROTOCOL_VERSION,
  type CloseReason,
  type ConversationId,
  type DeviceId,
  type Hello,
  type Me,
} from "@veche/contracts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { deviceOf, type Principal } from "../principal.ts";
import type { CommandRunner } from "./command-runner.ts";
import type { CommandSender } from "./command-sender.ts";
import { readClientFrame } from "./client-frames.ts";
import type { SnapshotSource } from "./hub.ts";
import { guestOf, mayHear, syncFor } from "./guest-sight.ts";
import { listPages, textSeenOn } from "./list-pages.ts";
import type { LogFeeds } from "./log-feeds.ts";
import { MAX_HELD_NOTICES } from "./realtime-options.ts";
import {
  encodeFrame,
  encodeText,
  type EncodedFrame,
  type Socket,
  type SocketListener,
} from "./socket.ts";
import { Subscriptions } from "./subscriptions.ts";
import type { ListReading, SyncSource } from "./sync-source.ts";

/**
 * `greeting` nothing was said yet · `syncing` welcome, gaps and snapshots are under way, notices wait ·
 * `live` everything goes out as it happens · `closed`.
 */
type Phase =
  | { readonly kind: "greeting" }
  | { readonly kind: "syncing"; readonly held: EncodedFrame[] }
  | { readonly kind: "live" }
  | { readonly kind: "closed" };

export interface ConnectionDeps {
  readonly epoch: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly sync: SyncSource;
  readonly feeds: LogFeeds;
  readonly snapshots: readonly SnapshotSource[];
  readonly commands: CommandRunner;
  /** Said hello: from now on it hears notices. Called before anything of the present state is read. */
  readonly becamePresent: (connection: Connection) => void;
  readonly closed: (connection: Connection) => void;
}

export interface ConnectionOrigin {
  readonly id: string;
  readonly principal: Principal;
  readonly address: string;
}

const pong = encodeFrame({ t: "pong" });

/** One client's line: its phases, what it is told, and what it asks. */
export class Connection implements SocketListener, CommandSender {
  readonly id: string;
  readonly principal: Principal;
  readonly address: string;
  readonly openedAtMs: number;
  lastHeardAtMs: number;
  #askedAtMs: number | undefined;
  readonly #deps: ConnectionDeps;
  readonly #socket: Socket;
  readonly #subscriptions: Subscriptions;
  readonly #sync: Pick<SyncSource, "listOf" | "conversation">;
  #phase: Phase = { kind: "greeting" };
  #deviceId: DeviceId | undefined;

  constructor(
    origin: ConnectionOrigin,
    openSocket: (listener: SocketListener) => Socket,
    deps: ConnectionDeps,
  ) {
    this.id = origin.id;
    this.principal = origin.principal;
    this.address = origin.address;
    this.#deps = deps;
    this.openedAtMs = deps.clock.monotonicMs();
    this.lastHeardAtMs = this.openedAtMs;
    this.#socket = openSocket(this);
    this.#sync = syncFor(origin.principal, deps.sync);
    this.#subscriptions = new Subscriptions({
      guest: guestOf(origin.principal),
      feeds: deps.feeds,
      socket: this.#socket,
      log: deps.log,
      device: deviceOf(this.principal),
      read: (conversationId) =>
        this.#sync.conversation(conversationId, this.principal.id),
    });
  }

  get isGreeting(): boolean {
    return this.#phase.kind === "greeting";
  }

  get isOpen(): boolean {
    return this.#socket.isOpen;
  }

  heard(): void {
    this.lastHeardAtMs = this.#deps.clock.monotonicMs();
  }

  received(text: string): void {
    const read = readClientFrame(text);
    if (read.kind === "junk") {
      this.close("frame_invalid");
      return;
    }
    if (read.kind === "frame" && read.frame.t === "hello") {
      this.#greet(read.frame);
      return;
    }
    if (this.#deviceId === undefined) {
      this.close("frame_invalid");
      return;
    }
    const { commands } = this.#deps;
    const verdict = commands.receive(this, this.#deviceId, read);
    if (verdict === "pong") this.#socket.send(pong);
    else if (verdict === "flood") this.close("flood");
  }

  closed(): void {
    this.#phase = { kind: "closed" };
    this.#subscriptions.stop();
    this.#deps.closed(this);
  }

  /** An answer to this connection's own command: never held back. */
  answer(frame: EncodedFrame): void {
    this.#socket.send(frame);
  }

  /**
   * A notice. While the present state is being read it waits: sent at once, it would be overwritten by a snapshot
   * that is older than it.
   */
  notify(frame: EncodedFrame): void {
    switch (this.#phase.kind) {
      case "live":
        this.#socket.send(frame);
        return;
      case "syncing":
        if (this.#phase.held.length >= MAX_HELD_NOTICES)
          this.close("slow_consumer");
        else this.#phase.held.push(frame);
        return;
      case "greeting":
      case "closed":
    }
  }

  joined(conversationId: ConversationId): void {
    this.#subscriptions.joined(conversationId);
  }

  left(conversationId: ConversationId): void {
    this.#subscriptions.left(conversationId);
  }

  ping(): void {
    this.#socket.ping();
  }

  /** Somebody has reason to think that nobody is there. */
  ask(): void {
    if (this.unansweredSinceMs !== undefined) return;
    this.#askedAtMs = this.#deps.clock.monotonicMs();
    this.ping();
  }

  /** When a sign of life was asked for that has not come. */
  get unansweredSinceMs(): number | undefined {
    return this.#askedAtMs !== undefined && this.lastHeardAtMs < this.#askedAtMs
      ? this.#askedAtMs
      : undefined;
  }

  close(reason: CloseReason): void {
    this.#socket.close(reason);
  }

  #greet(hello: Hello): void {
    if (this.#phase.kind !== "greeting") {
      this.close("frame_invalid");
      return;
    }
    if (hello.protocol !== PROTOCOL_VERSION) {
      this.close("protocol_unsupported");
      return;
    }
    this.#deviceId = hello.deviceId;
    const held: EncodedFrame[] = [];
    this.#phase = { kind: "syncing", held };
    this.#deps.becamePresent(this);
    this.#synchronise(hello, held).catch((error: unknown) => {
      // Not a partial truth: the client comes back and resumes from what it holds.
      this.#deps.log.warn({ error }, "a connection could not be synchronised");
      this.close("restart");
    });
  }

  async #synchronise(
    hello: Hello,
    held: readonly EncodedFrame[],
  ): Promise<void> {
    const { snapshots, epoch } = this.#deps;
    const isPresentEpoch = hello.epoch === epoch;
    const list = await this.#sync.listOf(
      this.principal.id,
      isPresentEpoch ? hello.listVersion : undefined,
    );
    await this.#tellList(list);
    if (!this.isOpen) return;
    this.#subscriptions.begin([...list.conversations, ...list.unchanged], {
      cursors: hello.cursors,
      isPresentEpoch,
    });
    await this.#subscriptions.catchUp();
    const notices = await Promise.all(
      snapshots.map((snapshot) => snapshot(this.principal)),
    );
    for (const notice of notices.flat())
      if (mayHear(this.principal, notice))
        this.#socket.send(encodeFrame({ t: "notice", notice }));
    for (const frame of held) this.#socket.send(frame);
    this.#socket.send(encodeFrame({ t: "live" }));
    if (this.#phase.kind === "syncing") this.#phase = { kind: "live" };
  }

  /** The welcome and the rest of the list; whoever is let in or shown out meanwhile is told after it. */
  async #tellList(list: ListReading): Promise<void> {
    const device = deviceOf(this.principal);
    const [first, ...others] = listPages(
      list.conversations.map((one) => textSeenOn(one, device)),
    );
    this.#socket.send(this.#welcome(first, list));
    for (const page of others) {
      await this.#socket.whenDrained();
      this.#socket.send(
        encodeText(`{"t":"list","conversations":[${page.join(",")}]}`),
      );
    }
    if (others.length > 0) await this.#socket.whenDrained();
  }

  #welcome(
    page: readonly string[],
    { listVersion, conversations, unchanged }: ListReading,
  ): EncodedFrame {
    const { epoch, clock } = this.#deps;
    const restCount = conversations.length - page.length;
    const rest = JSON.stringify({
      t: "welcome",
      protocol: PROTOCOL_VERSION,
      epoch,
      me: meOf(this.principal),
      serverTime: clock.now().toISOString(),
      listVersion,
      ...(unchanged.length === 0
        ? {}
        : { unchanged: unchanged.map(({ id }) => id) }),
      ...(restCount === 0 ? {} : { restCount }),
    });
    return encodeText(
      `${rest.slice(0, -1)},"conversations":[${page.join(",")}]}`,
    );
  }
}

function meOf(principal: Principal): Me {
  const { id, name, language } = principal;
  return principal.kind === "user"
    ? {
        ...{ kind: "user", id, name, language },
        ...{ roles: [...principal.roles], device: principal.device },
      }
    : { kind: principal.kind, id, name, language };
}
