import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationEndpoints, embedEndpoints } from "@veche/contracts";
import { startWorld, type World } from "@veche/test-world";
import { followOrders } from "../examples/follow-orders.ts";
import { keepOrders } from "../examples/keep-orders.ts";
import { talkAboutOrder } from "../examples/talk-about-order.ts";
import { tokenForPage } from "../examples/token-for-page.ts";
import { webhookServer } from "../examples/webhook-server.ts";
import { createVeche, type EventPage, type Veche } from "./index.ts";

let world: World;
let veche: Veche;
let secret = "";
beforeAll(async () => {
  world = await startWorld();
  const admin = await world.user("admin");
  const made = await admin.call(applicationEndpoints.createApplication, {
    body: {
      key: "erp",
      name: "ERP",
      origins: [],
      matchUsersBy: "login",
      webhookUrl: null,
    },
  });
  ({ secret } = made);
  veche = createVeche({ url: world.baseUrl, key: "erp", secret });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

describe("the examples of the SDK, on a real server", () => {
  it("keep orders, talk about one of them and follow what is said, from where they left off", async () => {
    await keepOrders(veche);
    await talkAboutOrder(veche);
    await talkAboutOrder(veche);
    const { id } = await veche.openConversation({ type: "order", id: "42" });
    expect((await veche.members(id)).map(({ role }) => role)).toEqual([
      "owner",
      "member",
      "read_only",
    ]);
    let kept = 0;
    const follow = async () => {
      const stop = new AbortController();
      const place = {
        read: async () => kept,
        keep: async (next: number) => {
          kept = next;
          stop.abort();
        },
      };
      return followOrders(veche, place, stop);
    };
    expect(await follow()).toEqual(["order 42: The order is paid"]);
    await veche.post(id, { body: "And sent" });
    expect(await follow()).toEqual(["order 42: And sent"]);
  });

  it("sign a token that opens the conversation to the one who is signed in", async () => {
    const anna = await world.user("anna");
    await keepOrders(veche);
    const opened = await anna.call(embedEndpoints.openEmbed, {
      body: { token: tokenForPage(veche, { login: "anna" }, "42") },
    });
    expect(opened).toMatchObject({
      conversation: { object: { application: "erp", id: "42" } },
      card: { people: [{ reference: "anna" }] },
    });
  });

  it("take what the server signed, and refuse what it did not or signed long ago", async () => {
    const taken: EventPage[] = [];
    const server = webhookServer(veche, async (page) => {
      taken.push(page);
    });
    await using _ = { [Symbol.asyncDispose]: async () => void server.close() };
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // Bound to a port of this machine.
    const { port } = server.address() as { readonly port: number };
    const post = async (signature: string, body: string) => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/`, {
        method: "POST",
        headers: { "veche-signature": signature },
        body,
      });
      return `${String(answer.status)} ${await answer.text()}`;
    };
    const signed = (atMs: number, body: string) => {
      const seconds = Math.floor(atMs / 1000);
      const mac = createHmac("sha256", secret).update(`${seconds}.${body}`);
      return `t=${String(seconds)},v1=${mac.digest("hex")}`;
    };
    const body = JSON.stringify({ items: [], next: 7 });
    const now = Date.now();
    expect(await post(signed(now, body), body)).toBe("204 ");
    expect(await post(signed(now, body), `${body} `)).toBe("400 forged");
    expect(await post(signed(now - 600_000, body), body)).toBe("400 stale");
    expect(await post("", body)).toBe("400 unsigned");
    expect(taken).toEqual([{ items: [], next: 7 }]);
  });

  it("stand in the README as they are run here", async () => {
    const root = path.join(import.meta.dirname, "..");
    const readme = await readFile(path.join(root, "README.md"), "utf8");
    for (const file of await readdir(path.join(root, "examples"))) {
      const text = await readFile(path.join(root, "examples", file), "utf8");
      expect(readme).toContain(text.trim());
    }
  });
});
