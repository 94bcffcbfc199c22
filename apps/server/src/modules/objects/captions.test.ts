import { afterEach, beforeEach, expect, it } from "vitest";
import { appEndpoints } from "@veche/contracts";
import {
  openObjects,
  registerWithOrder,
  type ObjectsWorld,
} from "../../../tests/objects.ts";

let world: ObjectsWorld;
beforeEach(async () => {
  world = await openObjects();
});
afterEach(() => world[Symbol.asyncDispose]());

const caption = { captionId: 1, text: "Good morning", isFinal: true };

it("an application shows what a user says in the call of its conversation; another one, or for nobody, it is refused", async () => {
  const app = await registerWithOrder(world, "erp");
  const other = await registerWithOrder(world, "crm");
  const anna = world.staff("anna");
  const { body: conversation } = await world.call(
    app,
    appEndpoints.openConversation,
    { params: { type: "order", id: "42" }, body: { users: ["anna"] } },
  );
  const params = { conversationId: conversation.id };
  const post = (as: typeof app, speaker: string) =>
    world.call(as, appEndpoints.postCaption, {
      params,
      body: { speaker, caption },
    });
  expect((await post(app, "anna")).status).toBe(204);
  expect(world.captioned).toEqual([
    { conversationId: conversation.id, principalId: anna.id, caption },
  ]);
  expect((await post(app, "nobody")).code).toBe("application.user_unknown");
  expect((await post(other, "anna")).code).toBe("conversation.not_found");
  expect(world.captioned).toHaveLength(1);
});
