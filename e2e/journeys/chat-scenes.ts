import {
  authEndpoints,
  conversationEndpoints,
  type ConversationId,
} from "@veche/contracts";
import type { ChromiumScreen, PersonName, World } from "@veche/test-world";
import { signInAt } from "./cast.ts";

/** A group of Anna, who owns it, and Boris. */
export async function groupOfTwo(
  world: World,
  title: string,
): Promise<ConversationId> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  const { id: borisId } = await boris.call(authEndpoints.getMe);
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title, memberIds: [borisId] },
  });
  return id;
}

/** A chat, opened by somebody who has just signed in. */
export async function atChat(
  screen: ChromiumScreen,
  world: World,
  { name, id }: { readonly name: PersonName; readonly id: ConversationId },
): Promise<void> {
  await signInAt(screen, world, name);
  // Signed in before another address is asked for.
  await screen.page.getByRole("link", { name: "Chats" }).waitFor();
  await screen.open(`${world.baseUrl}/chats/${id}`);
}

/** A group that Anna owns, where three look at it. */
export async function threeAt(
  screens: readonly [ChromiumScreen, ChromiumScreen, ChromiumScreen],
  world: World,
): Promise<void> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  using vera = await world.user("vera");
  const memberIds = await Promise.all(
    [boris, vera].map(
      async (person) => (await person.call(authEndpoints.getMe)).id,
    ),
  );
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds },
  });
  for (const [place, name] of (["anna", "boris", "vera"] as const).entries())
    await atChat(screens[place]!, world, { name, id });
}
