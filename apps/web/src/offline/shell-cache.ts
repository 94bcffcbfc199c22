/** One build of the application: everything a page needs before it has spoken to the server. */
export interface ShellBuild {
  /** Differs between builds that differ. */
  readonly version: string;
  /** The script that the page of this build begins with. */
  readonly entry: string;
  /** Paths of the built files, the page not among them. */
  readonly files: readonly string[];
}

export interface ShellCacheDeps {
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete" | "match">;
  readonly fetch: (request: Request | string) => Promise<Response>;
  readonly build: ShellBuild;
  /** Of the application, without a path. */
  readonly origin: string;
}

/** What a worker does with the application's own files. */
export interface ShellCache {
  /** Fetches the whole build; rejects, keeping nothing, where a part of it is missing or of another build. */
  readonly install: () => Promise<void>;
  /** This build serves from now on. The one before stays for windows that are still open with it. */
  readonly activate: () => Promise<void>;
  /** The answer to a request for a part of the application; null where it is none. */
  readonly answer: (request: Request) => Promise<Response> | null;
}

const prefix = "veche-shell-";
const pagePath = "/";
/** Addresses under which other things than pages of this application live. */
export const otherThings =
  /^\/(?:api|assets|branding|embed|files|healthz|letters|metrics|readyz|realtime|shop|widget)(?:\/|$)/u;

const isHashed = (path: string): boolean => path.startsWith("/assets/");

async function fetchPage({ fetch, build }: ShellCacheDeps): Promise<Response> {
  const page = await fetch(new Request(pagePath, { cache: "reload" }));
  const text = await page.clone().text();
  // The server was updated since this worker was fetched: the next worker is the one to install.
  if (!page.ok || !text.includes(build.entry))
    throw new Error("the page is of another build");
  return page;
}

/** What an earlier build has under the same hashed name is the same file. */
async function fetchFile(
  { caches, fetch }: ShellCacheDeps,
  path: string,
): Promise<Response> {
  const known = isHashed(path) ? await caches.match(path) : undefined;
  const file = known ?? (await fetch(path));
  if (!file.ok) throw new Error(`${path} answered ${file.status}`);
  return file;
}

export function createShellCache(deps: ShellCacheDeps): ShellCache {
  const { caches, fetch, build, origin } = deps;
  const name = `${prefix}${build.version}`;
  const files = new Set(build.files);
  const kept = async (path: string, request: Request): Promise<Response> => {
    const own = await (await caches.open(name)).match(path);
    // An older window asks for a file of the build before.
    return own ?? (await caches.match(path)) ?? fetch(request);
  };
  return {
    install: async () => {
      try {
        const cache = await caches.open(name);
        await cache.put(pagePath, await fetchPage(deps));
        await Promise.all(
          build.files.map(async (path) =>
            cache.put(path, await fetchFile(deps, path)),
          ),
        );
      } catch (cause) {
        await caches.delete(name);
        throw cause;
      }
    },
    activate: async () => {
      const shells = (await caches.keys()).filter((one) =>
        one.startsWith(prefix),
      );
      // In the order of their making.
      const before = shells.filter((one) => one !== name).at(-1);
      for (const shell of shells)
        if (shell !== name && shell !== before) await caches.delete(shell);
    },
    answer: (request) => {
      const url = new URL(request.url);
      if (request.method !== "GET" || url.origin !== origin) return null;
      if (request.mode === "navigate")
        return otherThings.test(url.pathname) ? null : kept(pagePath, request);
      const isOurs = files.has(url.pathname) || isHashed(url.pathname);
      return isOurs ? kept(url.pathname, request) : null;
    },
  };
}
