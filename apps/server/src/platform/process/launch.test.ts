import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { isRoot, type Account } from "./account.ts";
import { launch } from "./launch.ts";

const nobody: Account = {
  kind: "user",
  uid: 65_534,
  gid: 65_534,
  name: "nobody",
};
const netBindService = 1 << 10;

// Only root can start a child as somebody else.
const account: Account = isRoot() ? nobody : { kind: "self" };
const uid = isRoot() ? nobody.uid : process.getuid?.();

/** What the kernel says of a child of this account. */
async function statusOf({
  bindsLowPorts,
}: {
  readonly bindsLowPorts: boolean;
}) {
  const child = launch({
    ...{ program: "cat", args: ["/proc/self/status"], account, bindsLowPorts },
    signalWhenWeDie: "SIGKILL",
  });
  const status = await text(child.stdout!);
  const field = (name: string): string =>
    new RegExp(`^${name}:\\s+(\\S+)`, "m").exec(status)?.[1] ?? "";
  return {
    uid: Number(field("Uid")),
    rights: Number.parseInt(field("CapEff"), 16),
    couldGet: Number.parseInt(field("CapBnd"), 16),
  };
}

it("a child of another account has none of our rights", async () => {
  expect(await statusOf({ bindsLowPorts: false })).toMatchObject({
    uid,
    rights: 0,
  });
});

it("one that takes low ports has that right alone, and can get no other", async () => {
  const status = await statusOf({ bindsLowPorts: true });
  expect(status).toMatchObject({ uid, rights: isRoot() ? netBindService : 0 });
  if (isRoot()) expect(status.couldGet).toBe(netBindService);
});
