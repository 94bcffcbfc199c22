import type { ClientFrame, ServerFrame } from "@veche/contracts";
import type { Connect, ConnectionEvents } from "../src/index.ts";

/** The server's end of one connection. */
export interface ServerEnd {
  readonly send: (frame: ServerFrame) => void;
  readonly close: (code: number) => void;
}

/** What a server makes of a connection. */
export interface Acceptor {
  readonly accept: (end: ServerEnd) => ServerSide;
}

interface ServerSide {
  readonly received: (frame: ClientFrame) => void;
  readonly closed: () => void;
}

/** One connection with both its queues; nothing moves unless the test moves it. */
interface FakeLink {
  readonly isOpen: () => boolean;
  /** Moves one frame; false when that queue is empty. */
  readonly moveUp: () => boolean;
  readonly moveDown: () => boolean;
  /** Opens a line that waits to be opened. */
  readonly establish: () => void;
  /** Cuts it without a farewell: what is in the queues is lost. */
  readonly cut: () => void;
}

class Link implements FakeLink {
  readonly #events: ConnectionEvents;
  readonly #acceptor: Acceptor;
  #state: "closed" | "open" | "opening" = "opening";
  #up: string[] = [];
  #down: (string | { readonly code: number })[] = [];
  #server: ServerSide | undefined;

  constructor(events: ConnectionEvents, acceptor: Acceptor) {
    this.#events = events;
    this.#acceptor = acceptor;
  }

  readonly isOpen = (): boolean => this.#state !== "closed";

  readonly establish = (): void => {
    if (this.#state !== "opening") return;
    this.#state = "open";
    this.#server = this.#acceptor.accept({
      send: (frame) => this.#down.push(JSON.stringify(frame)),
      close: (code) => this.#down.push({ code }),
    });
    this.#events.opened();
  };

  readonly moveUp = (): boolean => {
    const text = this.#up.shift();
    if (text === undefined || this.#state !== "open") return false;
    this.#server?.received(JSON.parse(text) as ClientFrame); // what the client wrote
    return true;
  };

  readonly moveDown = (): boolean => {
    const next = this.#down.shift();
    if (next === undefined || this.#state !== "open") return false;
    if (typeof next === "string") this.#events.received(next);
    else {
      this.#end();
      this.#events.closed(next.code);
    }
    return true;
  };

  readonly cut = (): void => {
    if (this.#state === "closed") return;
    this.#end();
    this.#events.closed(1006);
  };

  send(text: string): void {
    if (this.#state === "open") this.#up.push(text);
  }

  hangUp(): void {
    if (this.#state !== "closed") this.#end();
  }

  #end(): void {
    this.#state = "closed";
    this.#up = [];
    this.#down = [];
    this.#server?.closed();
  }
}

export interface FakeNetwork {
  readonly connect: Connect;
  /** Connections that are open or opening. */
  readonly links: () => readonly FakeLink[];
  /** Moves everything there is to move. */
  readonly flush: () => void;
}

export const createFakeNetwork = (acceptor: Acceptor): FakeNetwork => {
  let links: Link[] = [];
  const open = (): readonly Link[] => {
    links = links.filter((link) => link.isOpen());
    return links;
  };
  return {
    connect: (events) => {
      const link = new Link(events, acceptor);
      links.push(link);
      return { send: (text) => link.send(text), close: () => link.hangUp() };
    },
    links: open,
    flush: () => {
      for (const link of open()) link.establish();
      while (open().some((link) => link.moveUp() || link.moveDown()));
    },
  };
};
