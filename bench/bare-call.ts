import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";

/** How long the callee's hand takes from the ring to the button, in the product and here; it is taken off both times. */
export const handMs = 300;

/**
 * The least that a call from page to page can be: two pages with open devices and a server that passes their frames on
 * from memory. The caller's devices are open when it clicks; the callee opens its own when it answers, as in the product.
 */
const page = `<!doctype html><meta charset="utf-8"><title>bare call</title>
<button id="call">Call</button><video id="own" muted autoplay></video>
<script type="module">
const constraints = { audio: true, video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } };
const isCaller = location.hash === "#caller";
const socket = new WebSocket(location.origin.replace("http", "ws"));
const send = (frame) => socket.send(JSON.stringify(frame));
let connection;
let early = [];
const devices = () => navigator.mediaDevices.getUserMedia(constraints);
const stream = isCaller ? await devices() : undefined;
if (isCaller) document.querySelector("#own").srcObject = stream;
const connect = (own) => {
  connection = new RTCPeerConnection();
  for (const track of own.getTracks()) connection.addTrack(track, own);
  connection.addEventListener("icecandidate", ({ candidate }) => candidate && send({ candidate }));
};
socket.addEventListener("message", async ({ data }) => {
  const { ring, ready, description, candidate } = JSON.parse(data);
  if (ring) {
    globalThis.ringShownAt = performance.timeOrigin + performance.now();
    await new Promise((answered) => setTimeout(answered, ${handMs}));
    globalThis.answeredAt = performance.timeOrigin + performance.now();
    connect(await devices());
    send({ ready: true });
  }
  if (ready) {
    connect(stream);
    await connection.setLocalDescription();
    send({ description: connection.localDescription });
  }
  if (description) {
    await connection.setRemoteDescription(description);
    for (const one of early) await connection.addIceCandidate(one);
    early = [];
    if (description.type === "offer") {
      await connection.setLocalDescription();
      send({ description: connection.localDescription });
    }
  }
  if (candidate) {
    if (connection.remoteDescription) await connection.addIceCandidate(candidate);
    else early.push(candidate);
  }
});
document.querySelector("#call").addEventListener("click", () => send({ ring: true }));
socket.addEventListener("open", () => { globalThis.isReady = true; });
if (socket.readyState === WebSocket.OPEN) globalThis.isReady = true;
</script>`;

export interface BareCallServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves the page to two browsers and passes what one says to the other; on this machine only. */
export async function startBareCallServer(): Promise<BareCallServer> {
  const http = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(page);
  });
  const present = new Set<WebSocket>();
  const sockets = new WebSocketServer({
    server: http,
    perMessageDeflate: false,
  });
  sockets.on("connection", (socket) => {
    present.add(socket);
    socket.on("message", (data: Buffer) => {
      for (const other of present)
        if (other !== socket) other.send(data.toString());
    });
    socket.on("close", () => present.delete(socket));
  });
  await new Promise<void>((listening) => {
    http.listen(0, "127.0.0.1", listening);
  });
  // A server that listens on TCP has an address of this form.
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of present) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
}
