import { describe, expect, it } from "vitest";
import { newClientId } from "../../../tests/conversations.ts";
import { openSearch } from "../../../tests/search.ts";

/** A group of Anna and Boris where Boris has said these things, the first an hour after the other. */
async function openTalk(...bodies: readonly string[]) {
  const scene = await openSearch();
  const { world, anna, boris } = scene;
  const group = await world.group(anna, boris);
  const sent = [];
  for (const body of bodies) {
    sent.push(await world.send(boris, group, { body }));
    world.clock.advance(3_600_000);
  }
  await scene.indexed();
  return { ...scene, scene, group, sent };
}

function firstOf<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error("nothing was sent");
  return first;
}

describe("finding messages", () => {
  it.each([
    ["another case of a Russian word", "сообщения", "Пишу сообщению"],
    ["the beginning of a word as it is typed", "сообщ", "Пишу сообщению"],
    [
      "another form of an English word",
      "configured",
      "The configuration stands",
    ],
    [
      "every step of typing an English word",
      "configurati",
      "The configuration stands",
    ],
    ["capital letters", "ПРИВЕТ", "привет всем"],
    ["ё written as е", "еж", "Ёж идёт"],
    ["е written as ё", "ёлка", "елка стоит"],
    ["words in any order", "стоит елка", "елка стоит"],
    ["a part of an address", "example.com", "see https://example.com/page"],
    ["a number", "4211", "счёт 4211 оплачен"],
  ])("goes by %s", async (_what, text, body) => {
    await using talk = await openTalk("ничего общего", body);
    expect(await talk.texts(text)).toEqual([body]);
  });

  it("wants all words, phrases in their order, and none that is ruled out", async () => {
    await using talk = await openTalk(
      "красный дом",
      "дом красный",
      "красный дом сада",
    );
    expect(await talk.texts("красный дом ")).toHaveLength(3);
    expect(await talk.texts('"красный дом"')).toEqual([
      "красный дом сада",
      "красный дом",
    ]);
    expect(await talk.texts("красный -сад ")).toEqual([
      "дом красный",
      "красный дом",
    ]);
    expect(await talk.texts("красный кот")).toEqual([]);
  });

  it("marks what matched, in the text's own letters", async () => {
    await using talk = await openTalk("Наш отчёт готов, отчеты других — нет");
    const { messages } = await talk.ask("отчет");
    const [found] = messages;
    expect(
      found?.snippet.highlights.map(({ from, to }) =>
        found.snippet.text.slice(from, to),
      ),
    ).toEqual(["отчёт", "отчеты"]);
    expect(found).toMatchObject({
      conversationId: talk.group,
      conversationTitle: "A group",
      seq: 1,
      authorId: talk.boris.id,
      authorName: "Boris",
    });
  });

  it("tells nothing for words that say nothing, and for no words", async () => {
    await using talk = await openTalk("и не только");
    for (const text of ["и", "", "   ", "''"])
      expect(await talk.texts(text)).toEqual([]);
    expect(await talk.status("text=%00")).toBe(200);
    expect(await talk.status("text=a&kinds=messages,jokes")).toBe(400);
    expect(await talk.status("text=a&messagesAfter=x")).toBe(400);
  });

  it("comes in pages, the newest first, each once", async () => {
    const bodies = Array.from({ length: 7 }, (_, at) => `план ${at}`);
    await using talk = await openTalk(...bodies);
    const seen: string[] = [];
    let messagesAfter: string | null = null;
    do {
      const page = await talk.ask("план", {
        limit: "3",
        ...(messagesAfter === null ? {} : { messagesAfter }),
      });
      seen.push(...page.messages.map(({ snippet }) => snippet.text));
      messagesAfter = page.nextMessages;
    } while (messagesAfter !== null);
    expect(seen).toEqual(bodies.toReversed());
  });
});

describe("filters", () => {
  it("from: by name, by me, by nobody", async () => {
    await using talk = await openTalk("план Бориса");
    await talk.world.send(talk.anna, talk.group, { body: "план Анны" });
    await talk.indexed();
    expect(await talk.texts("план from:bor")).toEqual(["план Бориса"]);
    expect(await talk.texts("from:me план")).toEqual(["план Анны"]);
    expect(await talk.texts("от:я")).toEqual(["план Анны"]);
    expect(await talk.texts("from:nobody план")).toEqual([]);
    expect(await talk.texts("план", { authorId: talk.boris.id })).toEqual([
      "план Бориса",
    ]);
  });

  it("in: by title and by id", async () => {
    await using talk = await openTalk("план");
    const other = await talk.world.group(talk.anna);
    expect(await talk.texts("план in:group")).toEqual(["план"]);
    expect(await talk.texts("план in:goup")).toEqual([]);
    expect(await talk.texts(`план in:${talk.group}`)).toEqual(["план"]);
    expect(await talk.texts("план", { conversationId: other })).toEqual([]);
  });

  it("in: of a conversation of two by the other one's name", async () => {
    await using talk = await openTalk("план общий");
    const { id: direct } = await talk.world.ask(
      talk.anna,
      "conversation.open_direct",
      { userId: talk.boris.id },
    );
    await talk.world.send(talk.boris, direct, { body: "план на двоих" });
    await talk.indexed();
    expect(await talk.texts("план in:борис")).toEqual(["план на двоих"]);
    expect(await talk.texts("план in:anna")).toEqual([]);
  });

  it("before: and after: leave their own day out", async () => {
    await using talk = await openTalk();
    const days = ["2026-03-02", "2026-03-03", "2026-03-04"];
    for (const day of days) {
      await talk.world.send(talk.boris, talk.group, { body: `план ${day}` });
      talk.world.clock.advance(24 * 3_600_000);
    }
    await talk.indexed();
    expect(await talk.texts("план before:2026-03-03")).toEqual([
      "план 2026-03-02",
    ]);
    expect(await talk.texts("after:2026-03-03")).toEqual(["план 2026-03-04"]);
  });

  it("has: files, pictures and links; mentions: me", async () => {
    await using talk = await openTalk(
      "план https://example.com",
      "просто план",
    );
    await talk.scene.sendFiles(talk.boris, talk.group, [
      "Годовой_отчёт-2026.pdf",
      "План.png",
    ]);
    await talk.world.ask(talk.boris, "message.send", {
      conversationId: talk.group,
      clientId: newClientId(),
      body: "@Anna зайди",
      mentions: [
        { kind: "principal", principalId: talk.anna.id, from: 0, to: 5 },
      ],
    });
    await talk.indexed();
    expect(await talk.texts("has:link")).toEqual(["план https://example.com"]);
    expect(await talk.texts("has:picture")).toEqual([
      "Годовой_отчёт-2026.pdf, План.png",
    ]);
    expect(await talk.texts("mentions:me")).toEqual(["@Anna зайди"]);
    expect(await talk.texts("has:nonsense план")).toEqual([]);
  });
});

describe("finding files", () => {
  it("goes by the words of their names", async () => {
    await using talk = await openTalk("отчёт в тексте");
    await talk.scene.sendFiles(talk.boris, talk.group, [
      "Годовой_отчёт-2026.pdf",
      "План.png",
    ]);
    await talk.indexed();
    const { files } = await talk.ask("отчет", { kinds: "files" });
    expect(
      files.map(({ file, highlights }) => [file.name, highlights]),
    ).toEqual([["Годовой_отчёт-2026.pdf", [{ from: 8, to: 13 }]]]);
    const all = await talk.ask("has:file from:boris", { kinds: "files" });
    expect(all.files.map(({ file }) => file.name)).toEqual([
      "Годовой_отчёт-2026.pdf",
      "План.png",
    ]);
  });
});

describe("finding people and conversations", () => {
  it("stands beside the messages, and goes when the question is about messages", async () => {
    await using talk = await openTalk("group boris");
    const broad = await talk.ask("bor");
    expect(broad.people.map(({ name }) => name)).toEqual(["Boris"]);
    expect((await talk.ask("groups")).conversations).toEqual([]);
    expect((await talk.ask("grou")).conversations).toEqual([
      {
        conversationId: talk.group,
        kind: "group",
        title: "A group",
        highlights: [{ from: 2, to: 7 }],
      },
    ]);
    const narrow = await talk.ask("from:boris grou");
    expect(narrow).toMatchObject({ people: [], conversations: [] });
    expect(narrow.messages).toHaveLength(1);
  });
});

describe("the index follows", () => {
  it("edits: the new words are found, the old are not", async () => {
    await using talk = await openTalk("старое слово");
    await talk.world.ask(talk.boris, "message.edit", {
      conversationId: talk.group,
      messageId: firstOf(talk.sent).messageId,
      clientId: newClientId(),
      body: "свежая мысль",
    });
    await talk.indexed();
    expect(await talk.texts("старое")).toEqual([]);
    expect(await talk.texts("мысли")).toEqual(["свежая мысль"]);
  });

  it("deletions: nothing is found, and no word is kept", async () => {
    await using talk = await openTalk("тайна");
    const named = {
      conversationId: talk.group,
      messageId: firstOf(talk.sent).messageId,
    };
    await talk.world.ask(talk.boris, "message.delete", named);
    expect(await talk.texts("тайна")).toEqual([]);
    await talk.indexed();
    expect(await wordRows(talk)).toEqual([]);
  });

  it("a deleted conversation: no word of it is kept", async () => {
    await using talk = await openTalk("тайна", "вторая тайна");
    await talk.world.ask(talk.anna, "conversation.delete", {
      conversationId: talk.group,
    });
    expect(await talk.texts("тайна")).toEqual([]);
    await talk.indexed();
    expect(await wordRows(talk)).toEqual([]);
  });

  it("long logs whole, and again without harm", async () => {
    await using talk = await openTalk();
    const bodies = Array.from({ length: 95 }, (_, at) => `запись ${at}`);
    for (const body of bodies)
      await talk.world.send(talk.boris, talk.group, { body });
    await talk.indexed();
    await talk.indexed();
    expect(await wordRows(talk)).toHaveLength(95);
  });
});

describe("rights hold in search", () => {
  it("nobody finds what was said where they are not", async () => {
    await using talk = await openTalk();
    const own = await talk.world.group(talk.boris);
    await talk.world.send(talk.boris, own, { body: "тайна Бориса" });
    await talk.indexed();
    expect(await talk.texts("тайна")).toEqual([]);
    expect(await talk.texts("тайна", { conversationId: own })).toEqual([]);
    expect(await talk.texts(`from:boris in:${own}`)).toEqual([]);
    expect((await talk.scene.askAs(talk.boris, "тайна")).messages).toHaveLength(
      1,
    );
  });

  it("whoever was removed finds nothing more, from that moment", async () => {
    await using talk = await openTalk("тайна");
    expect((await talk.scene.askAs(talk.boris, "тайна")).messages).toHaveLength(
      1,
    );
    await talk.world.ask(talk.anna, "member.remove", {
      conversationId: talk.group,
      principalId: talk.boris.id,
    });
    expect(await talk.scene.askAs(talk.boris, "тайна group")).toMatchObject({
      messages: [],
      conversations: [],
    });
  });

  it("words of a confidential conversation are shown in it alone", async () => {
    await using talk = await openTalk("тайна");
    await talk.world.ask(talk.anna, "conversation.update", {
      conversationId: talk.group,
      confidentiality: { messageLifetimeMs: null, allowedDevices: ["app"] },
    });
    expect(await talk.texts("тайна")).toEqual([]);
    expect((await talk.ask("group")).conversations).toHaveLength(1);
  });
});

const wordRows = ({ world }: Awaited<ReturnType<typeof openTalk>>) =>
  world.test.database
    .narrow<{ messageWords: { seq: number } }>()
    .db.selectFrom("messageWords")
    .select("seq")
    .execute();
