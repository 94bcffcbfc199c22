import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { LinkPreview } from "@veche/contracts";
import {
  newClientId,
  openConversations,
} from "../../../tests/conversations.ts";
import { mayDownload } from "../../../tests/files.ts";
import type { Fetched } from "../../platform/guarded-fetch/fetched.ts";
import type { GuardedFetch } from "../../platform/guarded-fetch/guarded-fetch.ts";
import { createPreviews } from "./jobs/previews.ts";
import type { MessagesTables } from "./index.ts";

const link = "https://example.com/news";

const page = (html: string | Buffer, contentType = "text/html"): Fetched => ({
  ok: true,
  url: link,
  contentType,
  bytes: Buffer.from(html),
});

const news = page(
  `<!doctype html><head><title>Title &amp; more</title>
   <meta property="og:title" content="Big  news">
   <meta property="og:description" content="All of it">
   <meta property="og:site_name" content="Example"></head>
   <body><title>Not this</title>`,
);

const newsPreview: LinkPreview = {
  url: link,
  title: "Big news",
  description: "All of it",
  siteName: "Example",
  pictureId: null,
};

/** A group, a web that answers as told, and the work that reads it. */
async function openGroup(
  answer: Fetched | ((address: string) => Promise<Fetched>),
) {
  const world = await openConversations();
  const boris = world.user("Boris");
  const group = await world.group(boris);
  const asked: string[] = [];
  const fetchPage: GuardedFetch = async (address) => {
    asked.push(address);
    return typeof answer === "function" ? answer(address) : answer;
  };
  const previews = createPreviews({
    database: world.test.database.narrow<MessagesTables>(),
    clock: world.clock,
    timers: world.clock,
    log: world.test.log,
    bus: world.test.bus,
    chats: world.chats,
    files: world.files,
    fetchPage,
  });
  if (previews === undefined) throw new Error("previews are on");
  return {
    ...{ world, boris, group, asked, previews },
    async say(body: string) {
      const sent = await world.send(boris, group, { body });
      return {
        conversationId: group,
        messageId: sent.messageId,
      };
    },
    /** What is shown beside the message, once the web has been read. */
    async shown() {
      previews.start();
      await previews.quiet();
      const [first] = await world.chats.syncSource.eventsAfter(group, 0, 1);
      if (first?.type !== "message.created") throw new Error("no message");
      return first.linkPreview;
    },
    log: () => world.chats.syncSource.eventsAfter(group, 0, 100),
    async [Symbol.asyncDispose]() {
      await previews[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

describe("a link's preview", () => {
  it("comes a moment after the message, in the page's own words", async () => {
    await using scene = await openGroup(news);
    await scene.say(`Look: ${link}!`);
    expect(await scene.shown()).toEqual(newsPreview);
    expect(scene.asked).toEqual([link]);
    expect((await scene.log()).at(-1)).toMatchObject({
      type: "message.previewed",
      actorId: null,
      messageSeq: 1,
      linkPreview: newsPreview,
    });
    expect(await scene.shown()).toEqual(newsPreview);
    expect(scene.asked).toHaveLength(1);
  });

  it("is read in the page's own encoding", async () => {
    const inWords = Buffer.from([
      ...Buffer.from('<meta charset="windows-1251"><title>'),
      ...[0xc2, 0xe5, 0xf7, 0xe5],
    ]);
    await using scene = await openGroup(page(inWords));
    await scene.say(link);
    expect(await scene.shown()).toMatchObject({ title: "Вече" });
  });

  it("a page that says nothing of itself, or may not be asked, has none", async () => {
    for (const answer of [
      page("<p>hello"),
      { ok: false, reason: "address" } as const,
    ]) {
      await using scene = await openGroup(answer);
      await scene.say(link);
      expect(await scene.shown()).toBeUndefined();
      expect(await scene.log()).toHaveLength(1);
    }
  });

  it("of a server that does not answer is tried again, and not for ever", async () => {
    await using scene = await openGroup({ ok: false, reason: "time" });
    await scene.say(link);
    for (let minute = 0; minute < 6; minute += 1) {
      expect(await scene.shown()).toBeUndefined();
      scene.world.clock.advance(61_000);
    }
    expect(scene.asked).toHaveLength(3);
  });

  it("that a killed server was reading is read by the next one (F1)", async () => {
    const answers: (() => Promise<Fetched>)[] = [
      () => Promise.reject(new Error("killed")),
      async () => news,
    ];
    await using scene = await openGroup(() => {
      const next = answers.shift();
      return next === undefined ? Promise.resolve(news) : next();
    });
    await scene.say(link);
    expect(await scene.shown()).toBeUndefined();
    scene.world.clock.advance(61_000);
    expect(await scene.shown()).toEqual(newsPreview);
  });

  it("follows an edit, also one made while the page was read", async () => {
    const gate = Promise.withResolvers<undefined>();
    await using scene = await openGroup(async () => {
      await gate.promise;
      return news;
    });
    const named = await scene.say(link);
    const shown = scene.shown();
    await scene.world.ask(scene.boris, "message.edit", {
      ...named,
      clientId: newClientId(),
      body: "no link any more",
    });
    gate.resolve(undefined);
    expect(await shown).toBeUndefined();

    await scene.world.ask(scene.boris, "message.edit", {
      ...named,
      clientId: newClientId(),
      body: link,
    });
    expect(await scene.shown()).toEqual(newsPreview);
    await scene.world.ask(scene.boris, "message.edit", {
      ...named,
      clientId: newClientId(),
      body: "gone again",
    });
    expect(await scene.shown()).toBeUndefined();
  });

  it("is taken away by the author, and goes with the message", async () => {
    await using scene = await openGroup(news);
    const { world, boris } = scene;
    const named = await scene.say(link);
    expect(await scene.shown()).toEqual(newsPreview);
    await world.ask(boris, "message.drop_preview", named);
    expect(await scene.shown()).toBeUndefined();
    await world.ask(boris, "message.delete", named);
    expect(JSON.stringify(await scene.log())).not.toContain("example.com");
  });

  it("what is confidential is not told to the servers it links to (C9)", async () => {
    await using scene = await openGroup(news);
    await scene.world.ask(scene.boris, "conversation.update", {
      conversationId: scene.group,
      confidentiality: {
        messageLifetimeMs: null,
        allowedDevices: ["desktop_browser"],
      },
    });
    await scene.say(link);
    scene.previews.start();
    await scene.previews.quiet();
    expect(scene.asked).toEqual([]);
  });
});

describe("the picture of a page", () => {
  const pictureUrl = "https://example.com/pictures/news.png";
  const withPicture = page(
    `<title>News</title><meta property="og:image" content="/pictures/news.png">`,
  );
  const drawn = () =>
    sharp({
      create: { width: 1_600, height: 900, channels: 3, background: "#0b6379" },
    })
      .png()
      .toBuffer();
  const answering =
    (picture: Fetched) =>
    async (address: string): Promise<Fetched> =>
      address === pictureUrl ? picture : withPicture;
  const picture = (bytes: Buffer, contentType = "image/png"): Fetched => ({
    ok: true,
    url: pictureUrl,
    contentType,
    bytes,
  });

  it("is kept here as a small copy, seen by whoever reads the message, and goes with it", async () => {
    const bytes = await drawn();
    await using scene = await openGroup(answering(picture(bytes)));
    const { world, boris, group } = scene;
    const said = await scene.say(link);
    const shown = await scene.shown();
    expect(scene.asked).toEqual([link, pictureUrl]);
    const fileId = shown?.pictureId;
    if (typeof fileId !== "string") throw new Error("no picture");
    expect(await mayDownload(world, boris, fileId)).toBe(true);
    const stranger = world.user("Vera");
    expect(await mayDownload(world, stranger, fileId)).toBe(false);
    await world.ask(boris, "message.delete", { ...said });
    expect(await mayDownload(world, boris, fileId)).toBe(false);
    expect(group).toBe(said.conversationId);
  });

  it("that is none, or is not to be had, leaves the words alone", async () => {
    for (const answer of [
      picture(Buffer.from("<script>alert(1)</script>")),
      { ok: false, reason: "size" } as const,
      { ok: false, reason: "address" } as const,
    ]) {
      await using scene = await openGroup(answering(answer));
      await scene.say(link);
      expect(await scene.shown()).toMatchObject({
        title: "News",
        pictureId: null,
      });
    }
  });
});
