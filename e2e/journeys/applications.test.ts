import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createVeche } from "@veche/sdk";
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

/** The page of the applications, where the administrator is. */
async function atApplications(screen: ChromiumScreen): Promise<void> {
  await signInAt(screen, world, "admin");
  await screen.press({ role: "link", name: "Admin" });
  await screen.press({ role: "link", name: "Applications" });
  await screen.seeControl({ role: "heading", name: "Applications" });
}

const dialogOf = ({ page }: ChromiumScreen) => page.getByRole("dialog");

/** Registers an application and answers with its secret, as it is shown this once. */
async function register(screen: ChromiumScreen): Promise<string> {
  await screen.press({ role: "button", name: "Register an application" });
  await screen.fill("Name", "Accounts");
  await screen.fill("Key", "accounts");
  await screen.fill(/^Pages that may embed it/, "https://accounts.example/x");
  await dialogOf(screen).getByText("login", { exact: true }).click();
  await screen.fill(/^Webhook address/, "https://accounts.invalid/hook");
  await screen.press({ role: "button", name: "Register" });
  await screen.seeControl({ role: "dialog", name: "Secret" });
  const secret = await dialogOf(screen).locator("code").innerText();
  await screen.press({ role: "button", name: "I have saved it" });
  return secret;
}

describe("an administrator's applications (E4, A6)", () => {
  it("registers one, lays its cards out, and those who talk about its objects see them at once", async () => {
    await using admin = await openChromium();
    await using anna = await openChromium();
    await atApplications(admin);
    const secret = await register(admin);
    await admin.see("https://accounts.example");
    await admin.shot("applications");

    const veche = createVeche({ url: world.baseUrl, key: "accounts", secret });
    await veche.keepObjectType({
      type: "invoice",
      title: { ru: "Счёт", en: "Invoice" },
      fields: [
        {
          key: "state",
          label: { ru: "Состояние", en: "State" },
          kind: "choice",
          choices: [
            { key: "sent", label: { ru: "Отправлен", en: "Sent" } },
            { key: "paid", label: { ru: "Оплачен", en: "Paid" } },
          ],
        },
        {
          key: "sum",
          label: { ru: "Сумма", en: "Sum" },
          kind: "money",
          currency: "EUR",
        },
        {
          key: "manager",
          label: { ru: "Ведёт", en: "Manager" },
          kind: "person",
        },
      ],
      sections: [{ title: null, columnCount: 2, fields: ["state", "sum"] }],
      isOn: true,
    });
    const invoice = {
      type: "invoice",
      id: "7",
      title: "Invoice 7",
      url: "https://accounts.example/invoices/7",
      fields: { state: "sent", sum: "1250.50", manager: "boris" },
    };
    await veche.keepObjects([invoice]);
    await veche.openConversation(invoice, ["anna"]);

    await signInAt(anna, world, "anna");
    await anna.press({ role: "link", name: /^Chats/ });
    await anna.page.getByRole("button", { name: /Invoice 7/ }).click();
    const card = anna.page.getByRole("region", { name: "Object", exact: true });
    await card.getByText("€1,250.50").waitFor();
    expect(await card.getByText("Boris").count()).toBe(0);
    expect(
      await card.getByRole("link", { name: /Open in/ }).getAttribute("href"),
    ).toBe(invoice.url);

    // The administrator gives the state a colour, shows the manager and renames the sum.
    await admin.press({ role: "button", name: "Cards" });
    const dialog = dialogOf(admin);
    const fieldAt = (at: number) => dialog.getByRole("listitem").nth(at);
    await fieldAt(0).getByLabel("Look").nth(1).selectOption({ label: "Good" });
    await fieldAt(1).getByLabel("Name · English").fill("To pay");
    await fieldAt(2).getByLabel("Where").selectOption({ label: "Section 1" });
    await dialog
      .getByRole("complementary", { name: "Preview" })
      .getByText("To pay")
      .waitFor();
    await admin.shot("applications-card-layout");
    await admin.press({ role: "button", name: "Save the card" });
    await card.getByText("To pay").waitFor();
    await card.getByRole("button", { name: /Boris/ }).waitFor();

    // The application knows nothing of that and goes on.
    await veche.keepObjects([
      { ...invoice, fields: { ...invoice.fields, state: "paid" } },
    ]);
    await card.getByText("Paid").waitFor();
    await anna.shot("conversation-with-card");
    await card.getByRole("button", { name: /Boris/ }).click();
    await anna.seeControl({ role: "dialog", name: /Profile/ });
    expect([...admin.problems(), ...anna.problems()]).toEqual([]);
  });

  it("sees what was posted to a webhook and how it answered, and tries it", async () => {
    await using admin = await openChromium();
    await atApplications(admin);
    await register(admin);
    const accounts = admin.page.getByRole("article", { name: "Accounts" });
    await accounts.getByRole("button", { name: "Deliveries" }).click();
    await admin.see("Nothing was sent yet.");
    await admin.press({ role: "button", name: "Send a test" });
    await dialogOf(admin).getByText("No answer").waitFor();
    await admin.see("The last test was not taken");
    await admin.shot("applications-deliveries");
    expect(admin.problems()).toEqual([]);
  });

  it("switches one off and removes it for good", async () => {
    await using admin = await openChromium();
    await atApplications(admin);
    const secret = await register(admin);
    const veche = createVeche({ url: world.baseUrl, key: "accounts", secret });
    const accounts = admin.page.getByRole("article", { name: "Accounts" });
    await accounts
      .getByRole("switch", { name: "Accounts is on" })
      .press("Space");
    await accounts.getByText("Off", { exact: true }).waitFor();
    await expect(veche.application()).rejects.toMatchObject({
      code: "application.refused",
    });

    await accounts.getByRole("button", { name: "Remove" }).click();
    await admin.fill(/^Type its key/, "accounts");
    await dialogOf(admin).getByRole("button", { name: "Remove" }).click();
    await accounts.waitFor({ state: "detached" });
    expect(admin.problems()).toEqual([]);
  });
});
