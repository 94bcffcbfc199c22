import { tellVeche } from "./tell-veche.ts";
import type { ShopLanguage } from "./words.ts";

const signedInKey = "shop:signed-in";
const words = {
  noDesk: {
    ru: "Сервер не выдал подпись, поэтому в чате вы будете гостем.",
    en: "The server gave no signed token, so in the chat you will be a guest.",
  },
  known: {
    ru: "Чат знает, что это вы: повторять номер заказа не придётся.",
    en: "The chat knows it is you: no need to repeat your order number.",
  },
} as const;

function isSignedIn(): boolean {
  try {
    return localStorage.getItem(signedInKey) === "yes";
  } catch {
    return false;
  }
}

function remember(state: "yes" | "no"): void {
  try {
    localStorage.setItem(signedInKey, state);
  } catch {
    // Storage is forbidden: the visitor signs in again on the next page.
  }
}

/** The shop's server signs who the customer is; the demo's does so for its one customer. */
async function askForToken(): Promise<string | null> {
  try {
    const answer = await fetch("identity-token", {
      headers: { accept: "application/json" },
    });
    if (!answer.ok) return null;
    const body: unknown = await answer.json();
    const token =
      typeof body === "object" && body !== null && "token" in body
        ? body.token
        : null;
    return typeof token === "string" ? token : null;
  } catch {
    return null;
  }
}

async function identify(language: ShopLanguage): Promise<void> {
  const token = await askForToken();
  const note = document.querySelector("[data-identity-note]");
  if (note !== null)
    note.textContent = words[token === null ? "noDesk" : "known"][language];
  if (token !== null) tellVeche("identify", token);
}

function show(): void {
  const state = isSignedIn() ? "in" : "out";
  for (const part of document.querySelectorAll<HTMLElement>("[data-when]"))
    part.hidden = part.dataset["when"] !== state;
}

/** The account page: signing in tells the widget who the customer is, signing out makes it forget. */
export function runAccount(language: ShopLanguage): void {
  show();
  if (isSignedIn()) void identify(language);
}

export function wireAccount(languageNow: () => ShopLanguage): void {
  document
    .querySelector("[data-sign-in]")
    ?.addEventListener("submit", (event) => {
      event.preventDefault();
      remember("yes");
      runAccount(languageNow());
    });
  document.querySelector("[data-sign-out]")?.addEventListener("click", () => {
    remember("no");
    tellVeche("reset");
    show();
  });
}
