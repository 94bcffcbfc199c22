import { describe, expect, it } from "vitest";
import {
  createIdentityWorld,
  password,
} from "../../../tests/identity-world.ts";

type World = Awaited<ReturnType<typeof createIdentityWorld>>;

const office = "10.1.0.7";
const home = "203.0.113.9";
const path = "/sign-in/networks";

const signInFrom = (world: World, login: string, from: string) =>
  world.ask("POST", "/auth/sign-in", { from, body: { login, password } });

/** Ada, an administrator in the office. */
async function ada(world: World): Promise<string> {
  await world.seed("ada", ["admin"]);
  const answer = await signInFrom(world, "ada", office);
  return answer.cookies[0]?.value ?? "";
}

const change = (world: World, token: string, networks: readonly string[]) =>
  world.ask("PUT", path, { token, from: office, body: { networks } });

describe("the networks of the staff", () => {
  it("are everywhere until an administrator names them, who is shown their own address", async () => {
    await using world = await createIdentityWorld();
    const token = await ada(world);
    const view = await world.ask("GET", path, { token, from: office });
    expect(view.json()).toEqual({
      networks: [],
      myAddress: office,
      isApplied: true,
    });
    await world.seed("boris");
    expect((await signInFrom(world, "boris", home)).statusCode).toBe(200);
  });

  it("keep out who comes from elsewhere, by a password or with a session", async () => {
    await using world = await createIdentityWorld();
    const token = await ada(world);
    await world.seed("boris");
    expect((await change(world, token, ["10.1.0.0/16"])).statusCode).toBe(200);
    const refused = await signInFrom(world, "boris", home);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: "auth.network_refused" });
    expect(refused.cookies).toEqual([]);
    const wrong = await world.ask("POST", "/auth/sign-in", {
      from: home,
      body: { login: "boris", password: "not the password" },
    });
    expect(wrong.json()).toMatchObject({ code: "auth.wrong_credentials" });
    expect((await signInFrom(world, "boris", office)).statusCode).toBe(200);
    const taken = await world.ask("GET", "/auth/me", { token, from: home });
    expect(taken.json()).toMatchObject({ code: "auth.network_refused" });
    const here = await world.ask("GET", "/auth/me", { token, from: office });
    expect(here.statusCode).toBe(200);
  });

  it("end the sessions that began elsewhere, and tell so in the audit", async () => {
    await using world = await createIdentityWorld();
    const token = await ada(world);
    await world.seed("boris");
    await signInFrom(world, "boris", home);
    await change(world, token, ["10.1.0.0/16", "2001:db8::/32"]);
    const events = await world.outboxEvents();
    expect(events.at(-2)).toMatchObject({
      type: "staff_networks.changed",
      networks: "10.1.0.0/16, 2001:db8::/32",
    });
    expect(events.at(-1)).toMatchObject({
      type: "session.ended",
      reason: "revoked",
    });
  });

  it("are refused where they are none, or lock out who names them; nothing changes then", async () => {
    await using world = await createIdentityWorld();
    const token = await ada(world);
    const locking = await change(world, token, ["192.0.2.0/24"]);
    expect(locking.json()).toMatchObject({ code: "auth.network_excludes_you" });
    const wrong = await change(world, token, ["10.1.0.0/16", "10.0.0.0/40"]);
    expect(wrong.json()).toMatchObject({
      code: "request.invalid",
      issues: [{ path: "/networks/1" }],
    });
    const view = await world.ask("GET", path, { token, from: office });
    expect(view.json()).toMatchObject({ networks: [] });
  });

  it("are an administrator's alone, and do not hold where the server was told so", async () => {
    await using world = await createIdentityWorld({
      areNetworksApplied: false,
    });
    const token = await ada(world);
    await world.seed("boris");
    await change(world, token, ["10.1.0.0/16"]);
    const boris = await signInFrom(world, "boris", home);
    expect(boris.statusCode).toBe(200);
    const refused = await world.ask("PUT", path, {
      token: boris.cookies[0]?.value ?? "",
      from: home,
      body: { networks: [] },
    });
    expect(refused.json()).toMatchObject({ code: "auth.forbidden" });
  });
});
