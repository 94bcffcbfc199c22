import { connect, createServer, type Socket } from "node:net";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { startFaultProxy } from "./fault-proxy.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server that says back what it hears, and a client through the proxy. */
async function echo() {
  const heard: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      heard.push(bytes.toString());
      socket.write(bytes);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await startFaultProxy(
    (server.address() as { port: number }).port,
  );
  const client = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  client.on("error", () => undefined);
  await once(client, "connect");
  open.push(() => {
    client.destroy();
    for (const socket of sockets) socket.destroy();
    server.close();
    void proxy[Symbol.asyncDispose]();
  });
  return { proxy, client, heard };
}

it("carries both ways until it is told not to", async () => {
  const { client } = await echo();
  client.write("hello");
  expect(String((await once(client, "data"))[0])).toBe("hello");
});

it("half-open to the client: the server hears, the client does not", async () => {
  const { proxy, client, heard } = await echo();
  proxy.setMode("half-open-to-client");
  const answers: string[] = [];
  client.on("data", (bytes) => answers.push(bytes.toString()));
  client.write("one");
  await expect.poll(() => proxy.swallowedBytes()).toBe(3);
  await expect.poll(() => heard).toEqual(["one"]);
  proxy.setMode("pass");
  client.write("two");
  await expect.poll(() => answers).toEqual(["two"]);
  expect(heard).toEqual(["one", "two"]);
});

it("a black hole swallows both ways and tells nobody", async () => {
  const { proxy, client, heard } = await echo();
  let isClosed = false;
  client.on("close", () => (isClosed = true));
  proxy.setMode("blackhole");
  client.write("lost");
  await expect.poll(() => proxy.swallowedBytes()).toBe(4);
  proxy.setMode("pass");
  client.write("kept");
  await once(client, "data");
  expect(heard.join("")).not.toContain("lost");
  expect(isClosed).toBe(false);
});

it("a reset tears every line", async () => {
  const { proxy, client } = await echo();
  await expect.poll(() => proxy.openCount()).toBe(1);
  const closed = new Promise((resolve) => client.on("close", resolve));
  proxy.reset();
  await closed;
});
