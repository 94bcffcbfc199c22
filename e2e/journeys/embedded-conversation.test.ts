import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applicationEndpoints } from "@veche/contracts";
import { createVeche, type Veche } from "@veche/sdk";
import {
  freePort,
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";

const object = { type: "order", id: "42" };

let world: World;
let veche: Veche;
let pages: Server;
/** The business application's pages: one origin may embed, the other may not. */
let allowed = "";
let foreign = "";
/** What its server answers when its page asks for a token. */
let token: () => string | null;

beforeEach(async () => {
  const port = await freePort();
  allowed = `http://127.0.0.1:${port}`;
  foreign = `http://127.0.0.2:${port}`;
  world = await startWorld();
  const admin = await world.user("admin");
  const { secret } = await admin.call(applicationEndpoints.createApplication, {
    body: {
      key: "erp",
      name: "ERP",
      origins: [allowed],
      matchUsersBy: "login",
      webhookUrl: null,
    },
  });
  veche = createVeche({ url: world.baseUrl, key: "erp", secret });
  await veche.keepObjectType({
    type: "order",
    title: { ru: "Заказ", en: "Order" },
    fields: [],
    sections: [],
    isOn: true,
  });
  await veche.keepObjects([
    { ...object, title: "Order 42", url: null, fields: {} },
  ]);
  token = () => veche.embedToken("anna", object);
  pages = createServer((request, response) => {
    const answer =
      request.url?.startsWith("/token") === true ? token() : hostPage();
    // The strictest that a page with the element can have.
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${world.baseUrl}; frame-src ${world.baseUrl}; connect-src 'self'`,
    );
    if (answer === null) response.writeHead(403).end();
    else response.setHeader("content-type", "text/html").end(answer);
  });
  pages.listen(port, "0.0.0.0");
  await once(pages, "listening");
});
afterEach(async () => {
  pages.close();
  await world[Symbol.asyncDispose]();
});

const hostPage = () => `<!doctype html><html lang="en"><title>ERP</title>
  <script async src="${world.baseUrl}/widget/embed/veche-conversation.js"></script>
  <veche-conversation application="erp" object="order/42" token-url="/token"></veche-conversation>`;

const frameOf = ({ page }: ChromiumScreen) =>
  page.frameLocator("veche-conversation iframe");
const fieldOf = (screen: ChromiumScreen) =>
  frameOf(screen).getByRole("textbox", { name: "Your message" });

/** Gathers the element's events in the page, from its first. */
const listening = `addEventListener("DOMContentLoaded", () => {
  window.heard = [];
  for (const name of ["veche-opened", "veche-refused", "veche-unread"])
    document.addEventListener(name, ({ type, detail }) => window.heard.push([type, detail.code ?? detail.count ?? null].join(" ")));
  window.addEventListener("message", ({ data }) => window.heard.push("word " + data?.veche));
});`;
const heardBy = (screen: ChromiumScreen) =>
  screen.evaluate<readonly string[]>("window.heard");

describe("the conversation about an object, in a page of another origin (E2)", () => {
  it("opens inside the strictest content policy, in the page's language and theme, and tells what is unread", async () => {
    await using anna = await openChromium();
    await anna.page.addInitScript(listening);
    await anna.open(allowed);
    await fieldOf(anna).waitFor();
    await frameOf(anna).getByRole("heading", { name: "Order 42" }).waitFor();
    await fieldOf(anna).fill("From the ERP's page");
    await fieldOf(anna).press("Enter");
    await frameOf(anna)
      .getByRole("log")
      .getByText("From the ERP's page")
      .waitFor();

    // Put out of sight, as in another tab of a form: what comes then is unread.
    const element = `document.querySelector("veche-conversation")`;
    await anna.evaluate(`${element}.style.display = "none", 0`);
    const { id } = await veche.openConversation(object);
    await veche.post(id, { body: "The order is paid" });
    await expect
      .poll(() => heardBy(anna), { timeout: 120_000 })
      .toContain("veche-unread 1");
    await anna.evaluate(`${element}.style.display = "", 0`);
    const events = async () =>
      (await heardBy(anna)).filter((one) => !one.startsWith("word"));
    await expect
      .poll(events, { timeout: 120_000 })
      .toEqual([
        "veche-opened ",
        "veche-unread 0",
        "veche-unread 1",
        "veche-unread 0",
      ]);

    await anna.evaluate(
      `${element}.setAttribute("language", "ru"), ${element}.setAttribute("theme", "dark"), 0`,
    );
    await frameOf(anna)
      .getByRole("textbox", { name: "Ваше сообщение" })
      .waitFor();
    await frameOf(anna).locator('[data-scheme="dark"]').waitFor();
    await anna.shot("embedded-in-another-origin");
    expect(anna.problems()).toEqual([]);
  });

  it("is not shown in a page of an origin that the application did not name, and asks it for no token", async () => {
    let asked = 0;
    token = () => {
      asked += 1;
      return veche.embedToken("anna", object);
    };
    await using anna = await openChromium();
    await anna.page.addInitScript(listening);
    const refused = anna.page.waitForEvent("console", {
      predicate: (line) => line.text().includes("frame-ancestors"),
    });
    await anna.open(foreign);
    await refused;
    expect(await heardBy(anna)).toEqual([]);
    expect(asked).toBe(0);
    expect(await fieldOf(anna).count()).toBe(0);
  });

  it("says so when the page has no token, and goes on when it has one", async () => {
    token = () => null;
    await using anna = await openChromium();
    await anna.page.addInitScript(listening);
    await anna.open(allowed);
    await frameOf(anna)
      .getByText("This page could not say who you are.", { exact: false })
      .waitFor();
    expect(await heardBy(anna)).toContain("veche-refused no_token");
    token = () => veche.embedToken("anna", object);
    await frameOf(anna).getByRole("button", { name: "Try again" }).click();
    await fieldOf(anna).waitFor();
  });

  it("ends for a member who is shown out; nothing that is said after that reaches the page", async () => {
    await using anna = await openChromium();
    await anna.open(allowed);
    await fieldOf(anna).waitFor();
    const { id } = await veche.openConversation(object);
    await veche.removeMember(id, "anna");
    await veche.post(id, { body: "Between us" });
    await frameOf(anna).getByRole("alert").waitFor();
    expect(await frameOf(anna).getByText("Between us").count()).toBe(0);
  });

  it("stands in a plain frame too, with its token in the address", async () => {
    await using anna = await openChromium();
    pages.removeAllListeners("request");
    pages.on("request", (_request, response) => {
      response
        .setHeader("content-type", "text/html")
        .end(
          `<!doctype html><title>ERP</title><iframe width="600" height="500" title="Order 42" src="${world.baseUrl}/embed/erp?language=en#token=${token() ?? ""}"></iframe>`,
        );
    });
    await anna.open(allowed);
    await anna.page
      .frameLocator("iframe")
      .getByRole("textbox", { name: "Your message" })
      .waitFor();
    expect(anna.problems()).toEqual([]);
  });
});
