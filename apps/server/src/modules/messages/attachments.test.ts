import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type {
  ConversationId,
  FileId,
  StickerSet,
  TimelineEvent,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { mayDownload, uploadAs } from "../../../tests/files.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const text = (words: string) => Buffer.from(words);

const logOf = ({ chats }: ConversationsWorld, id: ConversationId) =>
  chats.syncSource.eventsAfter(id, 0, 100);

const lastOf = async (world: ConversationsWorld, id: ConversationId) =>
  (await logOf(world, id)).findLast(
    (event: TimelineEvent) => event.type === "message.created",
  );

/** Sends files with or without words. */
const sendFiles = (
  world: ConversationsWorld,
  author: UserPrincipal,
  {
    conversationId,
    files,
    body = "",
  }: {
    conversationId: ConversationId;
    files: readonly FileId[];
    body?: string;
  },
) =>
  world.ask(author, "message.send", {
    conversationId,
    clientId: newClientId(),
    body,
    attachments: files.map((fileId) => ({ fileId })),
  });

describe("a message with files", () => {
  it("shows them in its entry and opens them to the members, now and no longer than they are", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const fileId = await uploadAs(world, anna, {
      bytes: text("plan"),
      filename: "plan.txt",
    });
    expect(await mayDownload(world, boris, fileId)).toBe(false);
    await sendFiles(world, anna, { conversationId: group, files: [fileId] });
    expect(await lastOf(world, group)).toMatchObject({
      body: "",
      attachments: [{ fileId, name: "plan.txt", sizeBytes: 4 }],
    });
    expect(await mayDownload(world, boris, fileId)).toBe(true);
    await world.ask(anna, "member.remove", {
      conversationId: group,
      principalId: boris.id,
    });
    expect(await mayDownload(world, boris, fileId)).toBe(false);
    const later = await uploadAs(world, anna, { bytes: text("secret") });
    await sendFiles(world, anna, { conversationId: group, files: [later] });
    expect(await mayDownload(world, boris, later)).toBe(false);
    expect(await mayDownload(world, anna, later)).toBe(true);
  });

  it("sent again under its own id is the same message; the file is not asked for twice", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    const fileId = await uploadAs(world, anna, { bytes: text("once") });
    const message = {
      conversationId: group,
      clientId: newClientId(),
      body: "look",
      attachments: [{ fileId }],
    };
    const acks = await Promise.all(
      [1, 2, 3].map(() => world.ask(anna, "message.send", message)),
    );
    acks.push(await world.ask(anna, "message.send", message));
    expect(new Set(acks.map((ack) => ack.messageId)).size).toBe(1);
  });

  it("is refused with another\u0027s file, and leaves nothing in the log", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const fileId = await uploadAs(world, boris, { bytes: text("mine") });
    const before = await logOf(world, group);
    await expect(
      sendFiles(world, anna, {
        conversationId: group,
        files: [fileId],
        body: "look",
      }),
    ).rejects.toMatchObject({ code: "file.not_found" });
    expect(await logOf(world, group)).toEqual(before);
    await sendFiles(world, boris, { conversationId: group, files: [fileId] });
  });

  it("that carries nothing and says nothing is refused", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    await expect(
      sendFiles(world, anna, { conversationId: group, files: [], body: " " }),
    ).rejects.toMatchObject({ code: "request.invalid" });
  });

  it("sent on opens its files to the readers there; deleted there they stay here (C18)", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const [here, there] = [
      await world.group(anna),
      await world.group(boris, anna),
    ];
    const fileId = await uploadAs(world, anna, { bytes: text("plan") });
    const { messageId } = await sendFiles(world, anna, {
      conversationId: here,
      files: [fileId],
    });
    const sentOn = await world.ask(anna, "message.forward", {
      conversationId: there,
      clientId: newClientId(),
      from: { conversationId: here, messageId },
    });
    expect(await lastOf(world, there)).toMatchObject({
      attachments: [{ fileId }],
    });
    expect(await mayDownload(world, boris, fileId)).toBe(true);
    await world.ask(anna, "message.delete", {
      conversationId: there,
      messageId: sentOn.messageId,
    });
    await world.files.quiet();
    expect(await mayDownload(world, boris, fileId)).toBe(false);
    expect(await mayDownload(world, anna, fileId)).toBe(true);
  });

  it("deleted is gone with its files", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    const fileId = await uploadAs(world, anna, { bytes: text("plan") });
    const { messageId } = await sendFiles(world, anna, {
      conversationId: group,
      files: [fileId],
    });
    await world.ask(anna, "message.delete", {
      conversationId: group,
      messageId,
    });
    expect(await mayDownload(world, anna, fileId)).toBe(false);
    const entry = await lastOf(world, group);
    expect(entry).not.toHaveProperty("attachments");
  });
});

describe("a message of a later time", () => {
  const dayMs = 24 * 3_600_000;
  async function scheduleFile(world: ConversationsWorld, days: number) {
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const file = { bytes: text("plan"), filename: "plan.txt" };
    const fileId = await uploadAs(world, anna, file);
    world.messages.start();
    const sendAt = new Date(world.clock.now().getTime() + days * dayMs);
    const { scheduledId } = await world.ask(anna, "message.schedule", {
      conversationId: group,
      clientId: newClientId(),
      body: "",
      attachments: [{ fileId }],
      sendAt: sendAt.toISOString(),
    });
    return { anna, boris, group, fileId, scheduledId };
  }

  it("carries its files, which nobody else sees before and which are kept for as long as it waits", async () => {
    await using world = await openConversations();
    const { boris, group, fileId } = await scheduleFile(world, 20);
    expect(world.notices.at(-1)?.notice).toMatchObject({
      type: "scheduled.changed",
      scheduled: [{ attachments: [{ fileId, name: "plan.txt" }] }],
    });
    world.clock.advance(19 * dayMs);
    await world.files.quiet();
    await world.messages.quiet();
    expect(await mayDownload(world, boris, fileId)).toBe(false);
    world.clock.advance(dayMs);
    await world.messages.quiet();
    expect(await lastOf(world, group)).toMatchObject({
      body: "",
      attachments: [{ fileId, name: "plan.txt" }],
    });
    expect(await mayDownload(world, boris, fileId)).toBe(true);
  });

  it("taken back lets its files go as any that were not sent", async () => {
    await using world = await openConversations();
    const { anna, fileId, scheduledId } = await scheduleFile(world, 20);
    await world.ask(anna, "message.unschedule", { scheduledId });
    expect(await mayDownload(world, anna, fileId)).toBe(true);
    world.clock.advance(8 * dayMs);
    await world.files.quiet();
    expect(await mayDownload(world, anna, fileId)).toBe(false);
  });

  it("is refused with a file of somebody else", async () => {
    await using world = await openConversations();
    const { boris, group, fileId } = await scheduleFile(world, 1);
    await expect(
      world.ask(boris, "message.schedule", {
        conversationId: group,
        clientId: newClientId(),
        body: "mine",
        attachments: [{ fileId }],
        sendAt: "2099-01-01T00:00:00.000Z",
      }),
    ).rejects.toMatchObject({ code: "file.not_found" });
  });
});

describe("a sticker", () => {
  const makeSet = async (
    world: ConversationsWorld,
    owner: UserPrincipal,
  ): Promise<StickerSet> => {
    const call = async (path: string, method: string, input: object) => {
      const found = world.files.routes.find(
        ({ endpoint }) => endpoint.path === path && endpoint.method === method,
      );
      const actor = { id: owner.id, name: owner.name, address: null };
      // The handler reads only what its contract names; the test gives just that.
      return (await found?.handle({
        principal: owner,
        actor,
        ...input,
      } as never)) as StickerSet;
    };
    const { id: setId } = await call("/api/v1/sticker-sets", "POST", {
      body: { title: "Cats" },
    });
    const picture = await sharp({
      create: { width: 64, height: 64, channels: 4, background: "#f80" },
    })
      .webp()
      .toBuffer();
    const fileId = await uploadAs(world, owner, { bytes: picture });
    return call("/api/v1/sticker-sets/:setId/stickers", "POST", {
      params: { setId },
      body: { fileId, emoji: "🐱" },
    });
  };

  it("is sent by who may use it, and seen by who reads it (C7)", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const { stickers } = await makeSet(world, anna);
    const [sticker] = stickers;
    if (sticker === undefined) throw new Error("the set has a sticker");
    const { stickerId } = sticker;
    const message = { conversationId: group, body: "", stickerId };
    await world.ask(anna, "message.send", {
      ...message,
      clientId: newClientId(),
    });
    expect(await lastOf(world, group)).toMatchObject({ body: "", sticker });
    expect(await mayDownload(world, boris, sticker.fileId)).toBe(true);
    await expect(
      world.ask(boris, "message.send", { ...message, clientId: newClientId() }),
    ).rejects.toMatchObject({ code: "sticker.not_found" });
  });
});
