// The least that a server of conversations can do, as a process of its own: what is measured beside it is what the
// product adds. It speaks the product's frames, asks nobody who they are, and knows no rights.
//
//   node minimal-server.ts bare                                   tells at once, keeps nothing
//   node minimal-server.ts durable <directory> <user> <database>  group commit, then the answer, then telling
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import pg from "pg";
import { WebSocketServer, type WebSocket } from "ws";

interface Seat {
  readonly line: WebSocket;
  readonly stream: Duplex;
}

interface Said {
  readonly from: Seat;
  readonly id: number;
  readonly conversationId: string;
  readonly clientId: string;
  readonly body: string;
}

const maxBatchSize = 100;
const writerCount = 2;

const [mode, directory, user, database] = process.argv.slice(2);
const rooms = new Map<string, Set<Seat>>();
let lastSeq = 0;

/** One frame a message, built once and written to each of the others. */
function tell({ from, id, conversationId, clientId, body }: Said): void {
  lastSeq += 1;
  const seq = lastSeq;
  from.line.send(JSON.stringify({ t: "ack", id, result: { seq } }));
  const type = "message.created";
  const events = [{ type, seq, clientId, body }];
  const frame = framed(JSON.stringify({ t: "events", conversationId, events }));
  for (const seat of rooms.get(conversationId) ?? [])
    if (seat !== from) seat.stream.write(frame);
}

function framed(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

async function createKeeper(): Promise<(said: Said) => void> {
  const writers = await Promise.all(
    Array.from({ length: writerCount }, async () => {
      const client = new pg.Client({ host: directory, user, database });
      await client.connect();
      return { client, isBusy: false };
    }),
  );
  await writers[0]?.client.query(
    `CREATE TABLE IF NOT EXISTS bench_messages (
       id bigserial PRIMARY KEY, conversation_id uuid NOT NULL, client_id uuid NOT NULL, body text NOT NULL)`,
  );
  const queue: Said[] = [];
  const write = async (writer: (typeof writers)[number]): Promise<void> => {
    writer.isBusy = true;
    await Promise.resolve();
    while (queue.length > 0) {
      const batch = queue.splice(0, maxBatchSize);
      await writer.client.query({
        name: "keep",
        text: `INSERT INTO bench_messages (conversation_id, client_id, body)
               SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])`,
        values: [
          batch.map((said) => said.conversationId),
          batch.map((said) => said.clientId),
          batch.map((said) => said.body),
        ],
      });
      for (const said of batch) tell(said);
    }
    writer.isBusy = false;
  };
  return (said) => {
    queue.push(said);
    const free = writers.find(({ isBusy }) => !isBusy);
    if (free !== undefined) void write(free);
  };
}

const keep = mode === "durable" ? await createKeeper() : tell;
const sockets = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  clientTracking: false,
});
const server = createServer((_request, response) => {
  response.end(String(process.memoryUsage().rss));
});
server.on("upgrade", (request, stream: Duplex, head) => {
  const url = new URL(request.url ?? "", "http://peer");
  sockets.handleUpgrade(request, stream, head, (line) => {
    const seat = { line, stream };
    const own = (url.searchParams.get("rooms") ?? "").split(",");
    for (const room of own) {
      if (room === "") continue;
      const seats = rooms.get(room) ?? new Set();
      rooms.set(room, seats.add(seat));
    }
    line.on("message", (data: Buffer) => {
      // The benchmark's own lines say nothing else.
      const frame = JSON.parse(data.toString()) as {
        readonly t: string;
        readonly id: number;
        readonly params: Omit<Said, "from" | "id">;
      };
      if (frame.t === "hello") line.send('{"t":"live"}');
      else keep({ from: seat, id: frame.id, ...frame.params });
    });
    line.on("error", () => undefined);
    line.on("close", () => {
      for (const room of own) rooms.get(room)?.delete(seat);
    });
  });
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 16_384 }, () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`${address.port}\n`);
});
process.on("disconnect", () => process.exit(0));
