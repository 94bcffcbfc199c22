import sharp from "sharp";
import { expect, it } from "vitest";
import {
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { mayDownload, uploadAs } from "../../../tests/files.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const uploadPicture = async (world: ConversationsWorld, owner: UserPrincipal) =>
  uploadAs(world, owner, {
    bytes: await sharp({
      create: { width: 40, height: 40, channels: 3, background: "#0b6" },
    })
      .png()
      .toBuffer(),
  });

it("the picture of a conversation is seen by those who see it, and the one before is gone", async () => {
  await using world = await openConversations();
  const [anna, boris, carla] = ["Anna", "Boris", "Carla"].map(world.user);
  if (!anna || !boris || !carla) throw new Error("three people");
  const conversationId = await world.group(anna, boris);
  const show = (pictureId: Awaited<ReturnType<typeof uploadPicture>> | null) =>
    world.ask(anna, "conversation.update", { conversationId, pictureId });
  const first = await uploadPicture(world, anna);
  await show(first);
  await show(first);
  expect(await mayDownload(world, boris, first)).toBe(true);
  expect(await mayDownload(world, carla, first)).toBe(false);
  const second = await uploadPicture(world, anna);
  await show(second);
  expect(await mayDownload(world, boris, first)).toBe(false);
  expect(await mayDownload(world, boris, second)).toBe(true);
  await show(null);
  expect(await mayDownload(world, boris, second)).toBe(false);
});

it("the picture of a conversation is one\u0027s own, and a picture", async () => {
  await using world = await openConversations();
  const [anna, boris] = ["Anna", "Boris"].map(world.user);
  if (!anna || !boris) throw new Error("two people");
  const conversationId = await world.group(anna, boris);
  const foreign = await uploadPicture(world, boris);
  await expect(
    world.ask(anna, "conversation.update", {
      conversationId,
      pictureId: foreign,
    }),
  ).rejects.toMatchObject({ code: "file.not_found" });
  const words = await uploadAs(world, anna, { bytes: Buffer.from("words") });
  await expect(
    world.ask(anna, "conversation.update", {
      conversationId,
      pictureId: words,
    }),
  ).rejects.toMatchObject({ code: "file.not_a_picture" });
});
