import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { CallId, PrincipalId } from "@veche/contracts";
import { build } from "vite";
import { WebSocketServer, type WebSocket } from "ws";
import { createCallRoom, type Attached, type CallRoom } from "./call-room.ts";

export const customerId = "00000000-0000-4000-8000-000000000001" as PrincipalId; // any UUID
export const operatorId = "00000000-0000-4000-8000-000000000002" as PrincipalId; // any UUID

interface Command {
  readonly id: number;
  readonly name: string;
  readonly params: unknown;
}

const bundlePage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL("page.ts", import.meta.url)),
        formats: ["es"],
        fileName: "page",
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output))
    throw new Error("the page was not built");
  return output.output[0].code;
};

const html = `<!doctype html><meta charset="utf-8"><title>call</title>
<video id="person" autoplay playsinline></video><video id="screen" autoplay playsinline></video>
<script type="module" src="/page.js"></script>`;

/** Serves the test page and the rooms, on this machine only. */
export interface RoomServer extends AsyncDisposable {
  readonly url: string;
  /** A new call; the pages that connect from now on are in it. */
  readonly openRoom: () => CallRoom;
}

const answer = (attached: Attached | undefined, data: string): string => {
  const { id, name, params } = JSON.parse(data) as Command; // our page's
  try {
    return JSON.stringify({ id, result: attached?.command(name, params) });
  } catch (error) {
    return JSON.stringify({ id, error });
  }
};

const serveRoom = (
  socket: WebSocket,
  principalId: PrincipalId,
  room: CallRoom | undefined,
): void => {
  const attached = room?.attach(principalId, (notice) =>
    socket.send(JSON.stringify({ notice })),
  );
  socket.on("message", (data: Buffer) =>
    socket.send(answer(attached, data.toString())),
  );
  socket.on("close", () => attached?.detach());
};

export const startRoomServer = async (
  nowMs: () => number,
): Promise<RoomServer> => {
  const page = await bundlePage();
  let room: CallRoom | undefined;
  let rooms = 0;
  const http = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader(
      "content-type",
      isScript ? "text/javascript" : "text/html",
    );
    response.end(isScript ? page : html);
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket, request) => {
    const as = new URL(request.url ?? "/", "http://localhost").searchParams.get(
      "as",
    );
    serveRoom(socket, as as PrincipalId, room); // our page says who it is
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo; // a TCP server's
  return {
    url: `http://localhost:${port}/`,
    openRoom: () => {
      rooms += 1;
      const callId =
        `00000000-0000-4000-8000-${String(rooms).padStart(12, "0")}` as CallId; // any UUID
      room = createCallRoom({
        callId,
        principalIds: [customerId, operatorId],
        nowMs,
      });
      return room;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
};
