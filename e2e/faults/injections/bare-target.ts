import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/*
 * What the attacker costs the machine by itself: a server that only cuts off, a program of its own. Says its port and
 * ends with its standard input.
 */
const server = new WebSocketServer({
  port: 0,
  host: "127.0.0.1",
  maxPayload: 65_536,
  perMessageDeflate: false,
});
server.on("connection", (socket) => {
  socket.on("error", () => undefined);
  socket.once("message", () => socket.close(4429));
});
server.on("listening", () => {
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${port}\n`);
});
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
