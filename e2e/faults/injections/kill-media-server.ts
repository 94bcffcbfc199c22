import { waitUntil, type World } from "@veche/test-world";

/** In the middle of whatever it carries and writes; settles when another one runs. */
export async function killMediaServer({ server }: World): Promise<void> {
  const before = server.mediaServerProcessId();
  if (before === undefined) throw new Error("no media server runs");
  process.kill(before, "SIGKILL");
  await waitUntil("another media server", () => {
    const now = server.mediaServerProcessId();
    return now !== undefined && now !== before;
  });
}
