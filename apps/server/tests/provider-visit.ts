import { publicUrl } from "./http.ts";

/** What a browser does at the provider: signs in there, and answers with the query that the provider sends it back with. */
export async function visitProvider(
  address: string,
  login: string,
): Promise<string> {
  const jar = new Map<string, string>();
  let url = address;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 10; step += 1) {
    const page = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    body = undefined;
    for (const line of page.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=", 2) ?? [];
      jar.set(name, value);
    }
    const location = page.headers.get("location");
    if (location === null) {
      // The provider's page with a form for login and password.
      const asked = /action="(?<to>[^"]+)"/.exec(await page.text());
      url = new URL(asked?.groups?.["to"] ?? "", url).href;
      body = new URLSearchParams({ prompt: "login", login, password: "any" });
      continue;
    }
    const next = new URL(location, url);
    if (next.origin === publicUrl) return next.search;
    url = next.href;
  }
  throw new Error("the provider leads nowhere");
}
