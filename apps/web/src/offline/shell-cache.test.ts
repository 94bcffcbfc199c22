import { beforeEach, describe, expect, it } from "vitest";
import { createShellCache, type ShellBuild } from "./shell-cache.ts";

const origin = "https://veche.example";
const build = (version: string): ShellBuild => ({
  version,
  entry: `/assets/index-${version}.js`,
  files: [`/assets/index-${version}.js`, "/favicon.svg"],
});

/** The browser's caches, as far as they are used. */
class FakeCaches {
  readonly held = new Map<string, Map<string, Response>>();

  readonly open = (name: string) => {
    const files = this.held.get(name) ?? new Map<string, Response>();
    this.held.set(name, files);
    // The two methods that are called.
    return Promise.resolve({
      match: (path: string) => Promise.resolve(files.get(path)?.clone()),
      put: (path: string, file: Response) =>
        Promise.resolve(void files.set(path, file)),
    } as unknown as Cache);
  };
  readonly keys = () => Promise.resolve([...this.held.keys()]);
  readonly delete = (name: string) => Promise.resolve(this.held.delete(name));
  readonly match = (asked: RequestInfo | URL) => {
    const path = asked as string; // only paths are asked for
    const files = [...this.held.values()].find((one) => one.has(path));
    return Promise.resolve(files?.get(path)?.clone());
  };
}

let caches = new FakeCaches();
let asked: string[] = [];
/** What the server has; nothing: no network. */
let served: ShellBuild | null = null;

const fetchOf = (request: Request | string): Promise<Response> => {
  const path =
    typeof request === "string" ? request : new URL(request.url).pathname;
  asked.push(path);
  if (served === null) return Promise.reject(new TypeError("no network"));
  if (path === "/")
    return Promise.resolve(new Response(`<script src="${served.entry}">`));
  return Promise.resolve(
    served.files.includes(path)
      ? new Response(path)
      : new Response("", { status: 404 }),
  );
};

// A relative address means something in a browser only.
const NodeRequest = globalThis.Request;
class BrowserRequest extends NodeRequest {
  constructor(input: string, init?: RequestInit) {
    super(new URL(input, origin), init);
  }
}

const shellOf = (version: string) =>
  createShellCache({ caches, fetch: fetchOf, build: build(version), origin });
const page = (path: string): Request => {
  const request = new Request(origin + path);
  Object.defineProperty(request, "mode", { value: "navigate" });
  return request;
};
const textOf = async (answer: Promise<Response> | null) =>
  answer === null ? null : (await answer).text();

beforeEach(() => {
  globalThis.Request = BrowserRequest as typeof Request;
  caches = new FakeCaches();
  asked = [];
  served = build("one");
});

describe("the application's files on a device", () => {
  it("serve every page of it without a network", async () => {
    const shell = shellOf("one");
    await shell.install();
    served = null;
    expect(await textOf(shell.answer(page("/chats/42")))).toContain(
      "index-one.js",
    );
    expect(
      await textOf(shell.answer(new Request(`${origin}/assets/index-one.js`))),
    ).toBe("/assets/index-one.js");
  });

  it.each(["/api/docs", "/shop/", "/files/1", "/widget/loader.js"])(
    "leave %s alone",
    (path) => {
      expect(shellOf("one").answer(page(path))).toBeNull();
    },
  );

  it("leave what is sent and what is elsewhere alone", () => {
    const shell = shellOf("one");
    const post = new Request(`${origin}/`, { method: "POST" });
    expect(shell.answer(post)).toBeNull();
    const elsewhere = new NodeRequest("https://else.example/favicon.svg");
    expect(shell.answer(elsewhere)).toBeNull();
  });

  it("are kept whole or not at all: a build half replaced on the server is not installed", async () => {
    served = build("two");
    await expect(shellOf("one").install()).rejects.toThrow("another build");
    expect(caches.held.size).toBe(0);
    served = { ...build("one"), files: [] };
    await expect(shellOf("one").install()).rejects.toThrow("404");
    expect(caches.held.size).toBe(0);
  });

  it("of the build before stay for windows that are open with it, older ones go", async () => {
    for (const version of ["one", "two", "three"]) {
      served = build(version);
      await shellOf(version).install();
      await shellOf(version).activate();
    }
    expect([...caches.held.keys()]).toEqual([
      "veche-shell-two",
      "veche-shell-three",
    ]);
    const old = new Request(`${origin}/assets/index-two.js`);
    expect(await textOf(shellOf("three").answer(old))).toBe(
      "/assets/index-two.js",
    );
  });
});
