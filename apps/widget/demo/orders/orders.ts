import type { ContextObject } from "@veche/contracts";
import { words, type OrderLanguage, type OrderWord } from "./words.ts";

/** What this page's own server answers. */
interface Desk {
  readonly orders: readonly ContextObject[];
  readonly people: readonly { readonly login: string; readonly name: string }[];
}

const statuses = ["new", "paid", "sent", "closed"] as const;
const address = new URLSearchParams(location.search);
let language: OrderLanguage = address.get("language") === "en" ? "en" : "ru";
let orders: readonly ContextObject[] = [];
let chosenId = address.get("order") ?? "1042";

function part<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
const form = part<HTMLFormElement>("#form");
const person = part<HTMLSelectElement>("#person");
const field = (name: string) =>
  part<HTMLInputElement>(`#form [name="${name}"]`);

function speak(): void {
  document.documentElement.lang = language;
  document.title = words[language].brand;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]"))
    // Written in the page beside this script, from the same list.
    element.textContent = words[language][element.dataset["word"] as OrderWord];
  for (const button of document.querySelectorAll<HTMLElement>(
    "[data-language]",
  ))
    button.setAttribute(
      "aria-pressed",
      String(button.dataset["language"] === language),
    );
  part("#form [name=status]").replaceChildren(
    ...statuses.map((status) => new Option(words[language][status], status)),
  );
}

function draw(): void {
  part("#orders").replaceChildren(
    ...orders.map(({ id, title }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = title;
      button.setAttribute("aria-current", String(id === chosenId));
      button.addEventListener("click", () => choose(id));
      const line = document.createElement("li");
      line.append(button);
      return line;
    }),
  );
  const order = orders.find(({ id }) => id === chosenId);
  if (order === undefined) return;
  part("#title").textContent = order.title;
  for (const name of ["status", "dueOn", "comment"]) {
    const value = order.fields[name];
    field(name).value = typeof value === "string" ? value : "";
  }
}

/** The conversation about the order, as the person who is signed in to this page. */
function talk(): void {
  const conversation = document.createElement("veche-conversation");
  const asked = new URLSearchParams({ order: chosenId, user: person.value });
  conversation.setAttribute("application", "demo-orders");
  conversation.setAttribute("object", `order/${chosenId}`);
  conversation.setAttribute("token-url", `/orders/api/token?${asked}`);
  conversation.setAttribute("language", language);
  part("#talk").replaceChildren(conversation);
}

function choose(id: string): void {
  chosenId = id;
  part("#said").textContent = "";
  draw();
  talk();
}

async function save(): Promise<void> {
  const [status, dueOn, comment] = ["status", "dueOn", "comment"].map(
    (name) => field(name).value,
  );
  const answer = await fetch(`/orders/api/orders/${chosenId}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ status, dueOn, comment, language }),
  }).catch(() => undefined);
  const isSaved = answer?.ok === true;
  part("#said").textContent = words[language][isSaved ? "saved" : "failed"];
  if (!isSaved) return;
  // This page's own server answers with the order as it is kept.
  const saved = (await answer.json()) as ContextObject;
  orders = orders.map((one) => (one.id === saved.id ? saved : one));
}

async function start(): Promise<void> {
  speak();
  // As above: this page's own server.
  const desk = (await (await fetch("/orders/api/orders")).json()) as Desk;
  ({ orders } = desk);
  person.replaceChildren(
    ...desk.people.map(({ login, name }) => new Option(name, login)),
  );
  person.value = address.get("user") ?? "anna";
  draw();
  talk();
}

for (const button of document.querySelectorAll<HTMLElement>("[data-language]"))
  button.addEventListener("click", () => {
    language = button.dataset["language"] === "en" ? "en" : "ru";
    speak();
    draw();
    talk();
  });
person.addEventListener("change", talk);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void save();
});
void start();
