import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  type ConversationId,
} from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

async function groupOfBoris(): Promise<ConversationId> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  const { id: annaId } = await anna.call(authEndpoints.getMe);
  const { id } = await boris.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds: [annaId] },
  });
  return id;
}

const isInstalled = (): Promise<boolean> =>
  navigator.serviceWorker
    .getRegistration()
    .then((registration) => registration?.active?.state === "activated");

/** Does this browser know the conversation without the server? */
async function isKept(id: string): Promise<boolean> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === "veche-cache")) return false;
  const answerTo = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const database = await answerTo(indexedDB.open("veche-cache"));
  const kept = database.transaction("conversations");
  const keys = await answerTo(kept.objectStore("conversations").getAllKeys());
  database.close();
  return keys.some((key) => Array.isArray(key) && key[1] === id);
}

async function annaIn(
  screen: ChromiumScreen,
  id: ConversationId,
): Promise<void> {
  await signInAt(screen, world, "anna");
  await screen.page.getByRole("link", { name: "Desk" }).waitFor();
  await screen.open(`${world.baseUrl}/chats/${id}`);
  await screen.page.getByLabel("Message to Spring shop").waitFor();
}

async function write({ page }: ChromiumScreen, words: string): Promise<void> {
  await page.getByLabel("Message to Spring shop").fill(words);
  await page.keyboard.press("Enter");
  await page.locator("article", { hasText: words }).waitFor();
}

const said = ({ page }: ChromiumScreen): Promise<readonly string[]> =>
  page
    .locator("article")
    .evaluateAll((all) =>
      all.map((one) => /(?:word|tab) \d/.exec(one.textContent)?.[0] ?? ""),
    );

describe("what was written without a line", () => {
  it("survives a reload and goes once, in order, from all tabs (E16)", async () => {
    const id = await groupOfBoris();
    await using anna = await openChromium();
    await annaIn(anna, id);
    await waitUntil("the application to be installed", () =>
      anna.page.evaluate(isInstalled),
    );
    const tab = await anna.anotherTab();
    await tab.open(`${world.baseUrl}/chats/${id}`);
    await tab.page.getByLabel("Message to Spring shop").waitFor();
    await waitUntil("the conversation to be kept in the browser", () =>
      anna.page.evaluate(isKept, id),
    );

    await world.server.kill();
    await write(anna, "word 1");
    await write(anna, "word 2");
    await write(tab, "tab 3");
    await anna.page.locator("article", { hasText: "tab 3" }).waitFor();
    await anna.page.reload();
    await anna.page.locator("article", { hasText: "tab 3" }).waitFor();
    await write(anna, "word 4");
    await expect
      .poll(() => anna.page.getByText("Waiting to be sent").count())
      .toBe(4);

    await world.server.start();
    const written = ["word 1", "word 2", "tab 3", "word 4"];
    for (const screen of [anna, tab])
      await waitUntil("everything to be sent", async () => {
        const states = await screen.page
          .locator("article")
          .getByText("Sent", { exact: true })
          .count();
        return states === written.length;
      });
    for (const screen of [anna, tab])
      await expect.poll(() => said(screen)).toEqual(written);
    await using boris = await openChromium();
    await signInAt(boris, world, "boris");
    await boris.page.getByRole("link", { name: "Desk" }).waitFor();
    await boris.open(`${world.baseUrl}/chats/${id}`);
    await boris.page.locator("article", { hasText: "word 4" }).waitFor();
    await expect.poll(() => said(boris)).toEqual(written);
  });

  it("is kept with the reason where it is refused, and goes when it may", async () => {
    const id = await groupOfBoris();
    await using anna = await openChromium();
    const line = await cuttableLine(anna);
    await annaIn(anna, id);
    using boris = await world.user("boris");
    using annaElsewhere = await world.user("anna");
    const { id: annaId } = await annaElsewhere.call(authEndpoints.getMe);
    const setRole = (role: "member" | "read_only") =>
      boris.line.send("member.set_role", {
        conversationId: id,
        principalId: annaId,
        role,
      });

    await line.cut();
    await write(anna, "word 1");
    await setRole("read_only");
    line.mend();
    const refused = anna.page.getByRole("alert").filter({
      has: anna.page.getByRole("button", { name: "Send again" }),
    });
    await refused.waitFor();
    await anna.shot("refused-message");
    await anna.page.getByText("You may read here, but not write.").waitFor();

    await setRole("member");
    await anna.page.getByLabel("Message to Spring shop").waitFor();
    await refused.getByRole("button", { name: "Send again" }).click();
    await anna.page
      .locator("article", { hasText: "word 1" })
      .getByText("Sent", { exact: true })
      .waitFor();
    await refused.waitFor({ state: "detached" });
    expect(await said(anna)).toEqual(["word 1"]);
  });
});

/** A socket that is torn and cannot be had again until it is mended, while the server and its other lines live. */
async function cuttableLine({ page }: ChromiumScreen) {
  let isCut = false;
  const open = new Set<{ close: () => Promise<void> }>();
  await page.context().routeWebSocket(/\/realtime/, (socket) => {
    if (isCut) {
      // Its page may be gone already.
      socket.close().catch(() => undefined);
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut: async () => {
      isCut = true;
      for (const socket of open) await socket.close();
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}
