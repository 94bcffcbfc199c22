import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const frameOf = ({ page }: ChromiumScreen) =>
  page.frameLocator("veche-conversation iframe");

async function atOrders(
  screen: ChromiumScreen,
  user: "anna" | "boris",
): Promise<void> {
  await screen.open(
    `${world.baseUrl}/orders/?user=${user}&language=en&order=1042`,
  );
  await frameOf(screen)
    .getByRole("textbox", { name: "Your message" })
    .waitFor();
}

async function write(screen: ChromiumScreen, text: string): Promise<void> {
  const field = frameOf(screen).getByRole("textbox", { name: "Your message" });
  await field.fill(text);
  await field.press("Enter");
}

const sees = (screen: ChromiumScreen, text: string) =>
  frameOf(screen).getByRole("log").getByText(text).waitFor();

describe("a business application with forms (E2, E4, A6)", () => {
  it("shows the conversation about its order beside the form, to those who work on it", async () => {
    await using anna = await openChromium();
    await using boris = await openChromium();
    await atOrders(anna, "anna");
    await frameOf(anna).getByText("Чайник керамический").waitFor();
    await write(anna, "Has the tea house paid?");
    await sees(anna, "Has the tea house paid?");

    await atOrders(boris, "boris");
    await sees(boris, "Has the tea house paid?");
    await boris.page.getByLabel("Status").selectOption("paid");
    await boris.press({ role: "button", name: "Save" });
    await sees(anna, "The order's status: Paid");
    await frameOf(anna).getByRole("definition").getByText("Paid").waitFor();
    await write(boris, "Yes, this morning");
    await sees(anna, "Yes, this morning");
    await anna.shot("order-with-conversation");

    // The same conversation among all others of the staff: one place for every application (E4).
    await signInAt(boris, world, "boris");
    await boris.seeControl({ role: "link", name: /^Chats/ });
    await boris.open(`${world.baseUrl}/chats`);
    await boris.see(/Заказ 1042/);
    await boris.shot("order-among-conversations");
    expect([...anna.problems(), ...boris.problems()]).toEqual([]);
  });
});
