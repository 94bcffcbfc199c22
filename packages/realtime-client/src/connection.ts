import { closeReasons } from "@veche/contracts";

/** What one connection tells its owner, in this order: opened, received…, closed; or closed alone. */
export interface ConnectionEvents {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** `code`: a WebSocket close code; 1006 when there was no farewell. */
  readonly closed: (code: number) => void;
}

/** One open or opening line to the server. */
export interface Connection {
  readonly send: (text: string) => void;
  /** After this nothing more is told. */
  readonly close: () => void;
}

/** Opens a line; the fake network of tests and the browser's WebSocket stand behind this. */
export type Connect = (events: ConnectionEvents) => Connection;

const noFarewell = 1006;

export interface WebSocketOptions {
  /** Address of the socket, `wss://…/realtime`; `https://…` is understood as well. */
  readonly url: string;
  /**
   * For clients without a cookie: asks for a one-time ticket before every connection. A rejection is trouble with the
   * network and is tried again; `undefined` means the credentials are refused: the client stops with `unauthenticated`.
   */
  readonly getTicket?: () => Promise<string | undefined>;
}

/** Connects by the browser's WebSocket. */
export const webSocketConnect =
  ({ url, getTicket }: WebSocketOptions): Connect =>
  (events) => {
    let socket: WebSocket | undefined;
    let isOver = false;
    const finish = (code: number): void => {
      if (isOver) return;
      isOver = true;
      events.closed(code);
    };
    const open = (ticket?: string): void => {
      if (isOver) return;
      const address = new URL(url.replace(/^http/u, "ws"));
      if (ticket !== undefined) address.searchParams.set("ticket", ticket);
      socket = new WebSocket(address);
      socket.onopen = () => {
        if (!isOver) events.opened();
      };
      socket.onmessage = (message: MessageEvent<unknown>) => {
        if (!isOver && typeof message.data === "string")
          events.received(message.data);
      };
      socket.onclose = (close) => {
        finish(close.code);
      };
    };
    if (getTicket === undefined) open();
    else {
      getTicket().then(
        (ticket) => {
          if (ticket === undefined) finish(closeReasons.unauthenticated);
          else open(ticket);
        },
        () => {
          finish(noFarewell);
        },
      );
    }
    return {
      send: (text) => {
        // A frame for a socket that is closing is lost like any other on a cut line: the resume mends it.
        if (socket?.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => {
        isOver = true;
        socket?.close();
      },
    };
  };
