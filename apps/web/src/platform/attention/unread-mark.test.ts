import { expect, it } from "vitest";
import { createUnreadMark } from "./unread-mark.ts";

function openPage() {
  const marked: (number | "clear")[] = [];
  const icon = { href: "/favicon.svg" };
  const link = {
    setAttribute: (_name: string, href: string) => (icon.href = href),
  };
  const page = { title: "Veche", querySelector: () => link };
  const mark = createUnreadMark({
    page,
    badge: {
      set: async (count) => void marked.push(count),
      clear: async () => void marked.push("clear"),
    },
  });
  return { mark, page, icon, marked };
}

it("title, icon of the tab and icon of the application tell how much is unread", () => {
  const { mark, page, icon, marked } = openPage();
  mark.count(3);
  expect([page.title, icon.href]).toEqual(["(3) Veche", "/favicon-unread.svg"]);
  mark.count(3);
  mark.count(0);
  expect([page.title, icon.href]).toEqual(["Veche", "/favicon.svg"]);
  expect(marked).toEqual([3, "clear"]);
});

it("a company's own name keeps the number", () => {
  const { mark, page } = openPage();
  mark.count(2);
  mark.named("Acme");
  expect([page.title, mark.name()]).toEqual(["(2) Acme", "Acme"]);
});
