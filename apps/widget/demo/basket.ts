const basketKey = "shop:basket";

export function basketCount(): number {
  try {
    return Number(localStorage.getItem(basketKey) ?? 0);
  } catch {
    return 0;
  }
}

export function addToBasket(): void {
  try {
    localStorage.setItem(basketKey, String(basketCount() + 1));
  } catch {
    // Storage is forbidden: a demo basket may stay empty.
  }
  showBasket();
}

export function showBasket(): void {
  const count = basketCount();
  for (const element of document.querySelectorAll("[data-basket]"))
    element.textContent = count > 0 ? String(count) : "";
}
