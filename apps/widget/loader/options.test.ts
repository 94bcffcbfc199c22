import { expect, test } from "vitest";
import { languageOf, readOptions, settingsPath } from "./options.ts";

const src = "https://chat.example.com/widget/loader.js";

test("the server's address is the loader's own, one folder up", () => {
  expect(readOptions({ src, attributes: { site: "shop" } })).toEqual({
    ok: true,
    options: {
      siteKey: "shop",
      queue: {},
      serverUrl: "https://chat.example.com/",
      language: null,
      theme: "auto",
      side: "right",
      hasLauncher: true,
    },
  });
});

test("a server under a path prefix keeps its prefix", () => {
  const result = readOptions({
    src: "https://example.com/veche/widget/loader.js?v=2",
    attributes: { site: "shop" },
  });
  expect(result.ok && result.options.serverUrl).toBe(
    "https://example.com/veche/",
  );
});

test("the snippet's options are read and words it does not know fall back", () => {
  const attributes = {
    site: " shop ",
    lang: "ru-RU",
    theme: "dark",
    side: "left",
    launcher: "hidden",
  };
  expect(readOptions({ src, attributes })).toMatchObject({
    options: {
      siteKey: "shop",
      language: "ru",
      theme: "dark",
      side: "left",
      hasLauncher: false,
    },
  });
  expect(
    readOptions({
      src,
      attributes: { site: "shop", lang: "de", theme: "pink", side: "top" },
    }),
  ).toMatchObject({
    options: { language: null, theme: "auto", side: "right" },
  });
});

test("a page may send its visitors to one queue, and words that are no id to none", () => {
  const queueId = "0198c1de-7a3b-7c6e-9b1f-2f4f6f8f0a1b";
  const read = (queue: string) =>
    readOptions({ src, attributes: { site: "my shop", queue } });
  const chosen = read(queueId);
  expect(chosen).toMatchObject({ options: { queue: { queueId } } });
  expect(chosen.ok && settingsPath(chosen.options)).toBe(
    `api/v1/widget/sites/my%20shop?queueId=${queueId}`,
  );
  const misspelt = read("second line");
  expect(misspelt).toMatchObject({ options: { queue: {} } });
  expect(misspelt.ok && settingsPath(misspelt.options)).toBe(
    "api/v1/widget/sites/my%20shop",
  );
});

test("a snippet without a site or without an address is refused with the reason", () => {
  expect(readOptions({ src, attributes: {} })).toEqual({
    ok: false,
    reason: "no-site",
  });
  expect(readOptions({ src, attributes: { site: "  " } })).toEqual({
    ok: false,
    reason: "no-site",
  });
  expect(readOptions({ src: "", attributes: { site: "shop" } })).toEqual({
    ok: false,
    reason: "no-address",
  });
});

test.each([
  ["ru", "ru"],
  ["RU_ru", "ru"],
  ["en-GB", "en"],
  ["de", null],
  ["", null],
  [undefined, null],
])("the language tag %s means %s", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
