import type { Veche } from "@veche/sdk";

/** Lets people into the conversation about an order, and writes there as the application. */
export async function talkAboutOrder(veche: Veche): Promise<void> {
  const order = { type: "order", id: "42" };
  const { id } = await veche.openConversation(order, ["anna"]);
  await veche.addMembers(id, ["boris"], "read_only");
  // The same `clientId` is one message, however often it is sent.
  await veche.post(id, {
    body: "The order is paid",
    clientId: "6c1b9f0e-2f4e-4a52-9c7a-0b8f3f0f4d42",
  });
}
