import { runAccount, wireAccount } from "./account.ts";
import { showBasket } from "./basket.ts";
import { drawProduct, drawShelf } from "./shelf.ts";
import { tellVeche } from "./tell-veche.ts";
import {
  keepLanguage,
  readLanguage,
  speak,
  type ShopLanguage,
} from "./words.ts";

let language: ShopLanguage = readLanguage();

function draw(): void {
  speak(language);
  drawShelf(language, drawProduct(language));
  showBasket();
  for (const button of document.querySelectorAll<HTMLElement>(
    "[data-language]",
  ))
    button.setAttribute(
      "aria-pressed",
      String(button.dataset["language"] === language),
    );
}

function choose(next: ShopLanguage): void {
  language = next;
  keepLanguage(next);
  draw();
  tellVeche("setLanguage", next);
}

draw();
tellVeche("setLanguage", language);
for (const button of document.querySelectorAll<HTMLElement>("[data-language]"))
  button.addEventListener("click", () =>
    choose(button.dataset["language"] === "ru" ? "ru" : "en"),
  );
for (const button of document.querySelectorAll<HTMLElement>("[data-contact]"))
  button.addEventListener("click", () =>
    tellVeche("open", button.dataset["contact"]),
  );
wireAccount(() => language);
if (document.querySelector("[data-account]") !== null) runAccount(language);
