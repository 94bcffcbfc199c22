import { WebSocket } from "ws";
import { closeReasons, REALTIME_PATH } from "@veche/contracts";
import type { Connect } from "@veche/realtime-client";

export interface SocketOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For whoever has no cookie; `undefined` says that the credentials are refused. */
  readonly getTicket?: () => Promise<string | undefined>;
}

/** The realtime client's connection on Node, with the headers that a browser would send. */
export const socketConnect =
  ({ baseUrl, headers, getTicket }: SocketOptions): Connect =>
  (events) => {
    let socket: WebSocket | undefined;
    let isOver = false;
    const finish = (code: number): void => {
      if (isOver) return;
      isOver = true;
      events.closed(code);
    };
    const open = (ticket: string | undefined): void => {
      if (isOver) return;
      const url = new URL(REALTIME_PATH, baseUrl.replace(/^http/, "ws"));
      if (ticket !== undefined) url.searchParams.set("ticket", ticket);
      const own = new WebSocket(url, { headers, perMessageDeflate: false });
      socket = own;
      own.on("open", () => isOver || events.opened());
      own.on(
        "message",
        (data: Buffer) => isOver || events.received(data.toString("utf8")),
      );
      own.on("error", () => undefined);
      own.on("close", finish);
    };
    if (getTicket === undefined) open(undefined);
    else
      getTicket().then(
        (ticket) =>
          ticket === undefined
            ? finish(closeReasons.unauthenticated)
            : open(ticket),
        () => finish(1006),
      );
    return {
      send: (text) => {
        if (socket?.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => {
        isOver = true;
        socket?.terminate();
      },
    };
  };
