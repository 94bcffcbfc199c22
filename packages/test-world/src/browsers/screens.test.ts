import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../wait-until.ts";
import { openChromium } from "./chromium.ts";
import { openFirefox } from "./firefox.ts";
import { mediaFlowExpression, type MediaFlow } from "./page-probe.ts";
import type { Screen } from "./screen.ts";

/** A page with a control in a shadow root and a call with itself. */
const html = `<!doctype html><title>t</title><body><label>Name <input id="name"></label><div id="host"></div><script>
  const root = document.getElementById("host").attachShadow({ mode: "open" });
  root.innerHTML = '<button aria-label="Call us">☎</button><p>closed</p>';
  root.querySelector("button").onclick = async () => {
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const gathered = (one) => new Promise((resolve) => { one.onicegatheringstatechange = () => one.iceGatheringState === "complete" && resolve(); });
    b.ontrack = ({ streams: [remote] }) => { const player = new Audio(); player.srcObject = remote; player.play(); };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    for (const track of stream.getTracks()) a.addTrack(track, stream);
    const aReady = gathered(a), bReady = gathered(b);
    await a.setLocalDescription(); await aReady; await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription(); await bReady; await a.setRemoteDescription(b.localDescription);
    root.querySelector("p").textContent = "hello " + document.getElementById("name").value;
  };
</script>`;

const server = createServer((_request, response) =>
  response.setHeader("content-type", "text/html; charset=utf-8").end(html),
);
let address = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
});
afterAll(() => server.close());

describe.each<[string, () => Promise<Screen>]>([
  ["Chromium", openChromium],
  ["Firefox", openFirefox],
])("a screen of %s", (_name, openBrowser) => {
  it("fills, presses, sees and hears", async () => {
    await using screen = await openBrowser();
    await screen.open(address);
    await screen.fill(/Name/, "Anna");
    expect(await screen.has({ role: "button", name: "Hang up" })).toBe(false);
    await screen.press({ role: "button", name: "Call us" });
    await screen.see("hello Anna");
    const flow = await waitUntil("picture and sound to flow", async () => {
      const now = await screen.evaluate<MediaFlow>(mediaFlowExpression);
      return (
        now.receivedFrames > 10 &&
        now.receivedAudioPackets > 10 &&
        now.receivedAudioEnergy > 0 &&
        now
      );
    });
    expect(flow).toMatchObject({
      connectionCount: 2,
      receivedVideoTracks: 1,
      isEncrypted: true,
    });
    expect(
      await screen.evaluate<number | null>(
        "vecheProbe.firstRemoteFrameAt - vecheProbe.clickedAt",
      ),
    ).toBeGreaterThan(0);
    expect(screen.problems()).toEqual([]);
  });
});
