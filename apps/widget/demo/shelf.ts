import { addToBasket } from "./basket.ts";
import { catalogue, productById, type Product } from "./catalogue.ts";
import { priceIn, type ShopLanguage } from "./words.ts";

const words = {
  add: { ru: "В корзину", en: "Add to basket" },
  added: { ru: "Добавлено", en: "Added" },
  left: { ru: "В наличии, шт.:", en: "In stock:" },
} as const;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function picture(product: Product) {
  return element("img", {
    src: `pictures/${product.id}.svg`,
    // The name stands beside it.
    alt: "",
    width: 480,
    height: 480,
  });
}

function card(product: Product, language: ShopLanguage) {
  const link = `product.html?item=${product.id}`;
  return element(
    "li",
    { className: "card" },
    element(
      "a",
      { href: link, className: "card-link" },
      picture(product),
      element("span", { className: "card-name" }, product.name[language]),
    ),
    element("span", { className: "card-maker" }, product.maker[language]),
    element("span", { className: "price" }, priceIn(language, product)),
  );
}

/** Fills the shelves of the page: `data-shelf="all"`, or all but the product shown. */
export function drawShelf(language: ShopLanguage, shown?: string): void {
  for (const shelf of document.querySelectorAll<HTMLElement>("[data-shelf]")) {
    const products = catalogue.filter((product) => product.id !== shown);
    const some =
      shelf.dataset["shelf"] === "few" ? products.slice(0, 3) : products;
    shelf.replaceChildren(...some.map((product) => card(product, language)));
  }
}

function addButton(language: ShopLanguage) {
  const button = element(
    "button",
    { type: "button", className: "button" },
    words.add[language],
  );
  button.addEventListener("click", () => {
    addToBasket();
    button.textContent = words.added[language];
  });
  return button;
}

/** Draws the product named in the address; an unknown one shows the first. */
export function drawProduct(language: ShopLanguage): string | undefined {
  const place = document.querySelector<HTMLElement>("[data-product]");
  const wanted = new URLSearchParams(location.search).get("item");
  const product = productById(wanted) ?? catalogue[0];
  if (place === null || product === undefined) return undefined;
  document.title = `${product.name[language]} · ${language === "ru" ? "Лавка" : "Corner shop"}`;
  place.replaceChildren(
    element("div", { className: "product-picture" }, picture(product)),
    element(
      "div",
      { className: "product-words" },
      element("p", { className: "card-maker" }, product.maker[language]),
      element("h1", {}, product.name[language]),
      element(
        "p",
        { className: "price price-large" },
        priceIn(language, product),
      ),
      element("p", { className: "lead" }, product.about[language]),
      element(
        "ul",
        { className: "facts" },
        ...product.facts.map((fact) => element("li", {}, fact[language])),
        element("li", {}, `${words.left[language]} ${product.left}`),
      ),
      addButton(language),
    ),
  );
  return product.id;
}
