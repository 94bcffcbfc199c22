import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workspaceEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type Screen,
  type World,
} from "@veche/test-world";
import { desk, operatorAt, seesAndHears, unhurried, widget } from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

const signIn = { role: "button", name: "Sign in as Maria" } as const;
const signOut = { role: "button", name: "Sign out" } as const;
const answer = { role: "button", name: "Answer with camera" } as const;
const refuse = { role: "button", name: "Decline" } as const;
const callFromCard = { role: "button", name: "Video call" } as const;
const openRecord = { role: "link", name: "Open in the history" } as const;

/** Maria, known to the company, has had a chat; the operator looks at its record. */
async function afterChat(
  operator: ChromiumScreen,
  customer: Screen,
): Promise<void> {
  await operatorAt(operator, world);
  await customer.open(`${world.baseUrl}/shop/account.html`);
  await customer.press({ role: "button", name: "Eng" });
  await customer.evaluate(
    "void (globalThis.identified = new Promise((done) => Veche.push(['on', 'identified', () => done(true)])))",
  );
  await customer.press(signIn);
  await customer.see(/The chat knows it is you/);
  await customer.evaluate("globalThis.identified");
  await customer.press(widget.open);
  await customer.press(widget.write);
  await customer.fill("Your message", "Is order 1042 on its way?");
  await customer.key("Enter");
  await operator.press(desk.accept);
  await operator.see("Is order 1042 on its way?");
  await operator.press(desk.endSession);
  await operator.page
    .getByRole("dialog")
    .getByRole("button", { name: "End session" })
    .click();
  await operator.see("The session has ended");
  await operator.press(openRecord);
}

describe("a customer the company knows", () => {
  it("is rung on the site from their card (B14): declined, then answered", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await afterChat(operator, customer);
    await operator.press(callFromCard);
    await customer.seeControl(answer);
    await customer.shot("company-calls-customer");
    await operator.shot("company-calls-operator");
    await customer.press(refuse);
    await operator.see("The customer declined the call");
    await operator.shot("company-call-declined");

    await operator.press(openRecord);
    await operator.press(callFromCard);
    await customer.press(answer);
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    await operator.press(desk.endCall);
    await customer.see(/Thank you for the call/);
    expect([...operator.problems(), ...customer.problems()]).toEqual([]);
  });

  it("leaves nothing on the page after signing out", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await afterChat(operator, customer);
    await customer.press(signOut);
    await customer.seeControl(signIn);
    await customer.press(widget.open);
    await customer.press(widget.write);
    await customer.seeControl({ role: "textbox", name: "Your message" });
    await customer.shot("after-signing-out");
    expect(
      await customer.evaluate<string>(
        "JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)])",
      ),
    ).not.toContain("Maria");
    await expect(
      customer.see("Is order 1042 on its way?", 500),
    ).rejects.toThrow("Timeout");
  });
});

describe("a site of another origin with a strict content policy", () => {
  it("carries a whole call", async () => {
    await using site = await startForeignSite(world);
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customer.open(site.url);
    await customer.press(widget.open);
    await customer.press(widget.videoCall);
    await customer.press(widget.call);
    await operator.press(desk.accept);
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    await customer.shot("foreign-site-call");
    await customer.press(widget.end);
    await customer.see(/Thank you for the call/);
    expect(customer.problems()).toEqual([]);
  });
});

/** A page as the widget's documentation asks for, and nothing more allowed. */
async function startForeignSite({
  baseUrl,
  user,
}: World): Promise<AsyncDisposable & { readonly url: string }> {
  const policy = [
    "default-src 'none'",
    `script-src ${baseUrl}`,
    `connect-src ${baseUrl} ${baseUrl.replace("http", "ws")}`,
    `img-src ${baseUrl}`,
  ].join("; ");
  let siteKey = "";
  const http = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", policy);
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><h1>Another shop</h1>
       <script async src="${baseUrl}/widget/loader.js" data-site="${siteKey}"></script></html>`,
    );
  });
  await new Promise<void>((listening) => {
    http.listen(0, "127.0.0.1", listening);
  });
  // A server that listens on TCP has an address of this form.
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const admin = await user("admin");
  const { site } = await admin.call(workspaceEndpoints.createSite, {
    body: {
      name: "Elsewhere",
      origins: [url],
      language: "en",
      greeting: null,
    },
  });
  siteKey = site.key;
  return {
    url: `${url}/`,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
}
