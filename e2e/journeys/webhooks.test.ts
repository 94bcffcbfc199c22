import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { openChromium, startWorld, waitUntil } from "@veche/test-world";
import { signInAt } from "./cast.ts";

interface Request {
  readonly id: string;
  readonly type: string;
}

/** A system of the company's, which answers as it is told. */
async function startSystem() {
  const requests: Request[] = [];
  let takes = (_request: Request): boolean => true;
  const server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const { type } = JSON.parse(body) as { type: string };
        const told = { id: String(request.headers["webhook-id"]), type };
        requests.push(told);
        response.writeHead(takes(told) ? 200 : 500).end();
      },
      // A server that ends may break off in the middle of a request.
      () => undefined,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    requests,
    take: (next: typeof takes) => (takes = next),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

it("an administrator adds a webhook, sees what was sent and what waits, and lets the rest go on (B21)", async () => {
  await using system = await startSystem();
  await using world = await startWorld({
    env: { WEBHOOK_INNER_HOSTS: "127.0.0.1" },
  });
  await using admin = await openChromium();
  const { page } = admin;
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await admin.open(`${world.baseUrl}/webhooks`);
  await admin.shot("webhooks-empty");
  await admin.press({ role: "button", name: "Add a webhook" });
  await admin.fill(/^Address/, system.url);
  await admin.fill(/^Description/, "CRM");
  await page.getByLabel("All events, later ones too").uncheck();
  await page.getByLabel("An operator's state changed").check();
  await admin.shot("webhooks-form");
  await admin.press({ role: "button", name: /^Add$/ });
  await admin.seeControl({ role: "dialog", name: "Secret" });
  const secret = page.getByRole("dialog").locator("code");
  expect(await secret.innerText()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await admin.press({ role: "button", name: "I have saved it" });

  using anna = await world.user("anna");
  const changeState = (state: "available" | "break") =>
    anna.line.send("operator.set_state", { state, breakReason: null });
  system.take(() => false);
  await changeState("available");
  // After the second try there is a minute until the third.
  await waitUntil("two tries", () => system.requests.length > 1);
  const card = page.getByRole("article", { name: "CRM" });
  await card.getByText("Takes nothing since").waitFor();
  await changeState("break");
  await card.getByText("2 messages wait").waitFor();
  await admin.shot("webhooks");

  await card.getByRole("button", { name: "Messages" }).click();
  const dialog = page.getByRole("dialog");
  // The first message is not taken until it was given up, however long that lasts.
  const [refused] = system.requests;
  system.take(({ id }) => id !== refused?.id);
  await dialog.getByRole("button", { name: "Send a test" }).click();
  await dialog.getByText("It answered well").waitFor();
  await dialog.getByRole("button", { name: "Give up" }).last().click();
  await dialog.getByText("Delivered", { exact: true }).nth(1).waitFor();
  await admin.shot("webhooks-messages");
  system.take(() => true);
  const tries = () =>
    system.requests.filter(({ id }) => id === refused?.id).length;
  const before = tries();
  await dialog.getByRole("button", { name: "Send again" }).last().click();
  await waitUntil("the message given up, once more", () => tries() > before);
  expect(new Set(system.requests.map(({ type }) => type))).toEqual(
    new Set(["operator.state_changed", "webhook.test"]),
  );
  expect(admin.problems()).toEqual([]);
});
