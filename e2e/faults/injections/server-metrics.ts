import type { World } from "@veche/test-world";

/** One number of the server's own, by the name it has at `/metrics`. */
export async function serverMetric(
  { baseUrl }: World,
  name: string,
): Promise<number> {
  const text = await (await fetch(`${baseUrl}/metrics`)).text();
  return Number(
    new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1] ?? Number.NaN,
  );
}
