import { expect, test } from "vitest";
import type { CallId, JoinId, RequestId } from "@veche/contracts";
import { liveClient, room } from "../tests/test-client.ts";
import { settle } from "../tests/virtual-world.ts";

const requestId = "request" as RequestId;
const signal = {
  callId: "call" as CallId,
  joinId: "mine" as JoinId,
  toJoinId: "theirs" as JoinId,
  signal: {
    kind: "candidate",
    candidate: "",
    sdpMid: null,
    sdpMLineIndex: null,
    usernameFragment: null,
  },
} as const;

test("a command settles with the server's answer", async () => {
  const { client, network } = liveClient();
  const sent = client.send("request.end", { requestId });
  network.flush();
  await expect(sent).resolves.toEqual({});
});

test("a refusal carries its code", async () => {
  const { client, network, server } = liveClient();
  server.refusals.push("contact_centre.request_ended");
  const sent = client.send("request.end", { requestId });
  network.flush();
  await expect(sent).rejects.toMatchObject({
    name: "CommandError",
    code: "contact_centre.request_ended",
  });
});

test("a command cut off on its way is said again after the resume, before later ones", async () => {
  const { client, network, server, world } = liveClient();
  const sent = client.send("request.end", { requestId });
  for (const link of network.links()) link.cut();
  const later = client.send("request.cancel", { requestId });
  world.pass(1_000);
  network.flush();
  await Promise.all([sent, later]);
  expect(server.seenCommands.map(({ name }) => name)).toEqual([
    "request.end",
    "request.cancel",
  ]);
});

test.each([
  ["typing.show", { conversationId: room }],
  ["call.signal", signal],
] as const)(
  "%s speaks of the moment: it fails with the line instead of coming late",
  async (name, params) => {
    const { client, network, server, world } = liveClient();
    const cut = client.send(name, params);
    for (const link of network.links()) link.cut();
    await expect(cut).rejects.toMatchObject({ code: "server.unavailable" });
    await expect(client.send(name, params)).rejects.toMatchObject({
      code: "server.unavailable",
    });
    world.pass(1_000);
    network.flush();
    expect(server.seenCommands).toEqual([]);
  },
);

test("a command that nobody answers fails after 15 s", async () => {
  const { client, world } = liveClient();
  const sent = client.send("request.end", { requestId });
  world.pass(15_000);
  await expect(sent).rejects.toMatchObject({ code: "server.unavailable" });
});

test("nothing waits for a line that will not come back", async () => {
  const { client, network, server } = liveClient();
  const sent = client.send("request.end", { requestId });
  for (const end of server.sockets()) end.close(4403);
  for (const link of network.links()) link.moveDown();
  await expect(sent).rejects.toMatchObject({ code: "server.unavailable" });
});

test("an answer is counted once", async () => {
  const { client, network } = liveClient();
  const sent = client.send("request.end", { requestId });
  network.flush();
  await sent;
  for (const link of network.links()) link.cut();
  await settle();
  await expect(sent).resolves.toEqual({});
});
