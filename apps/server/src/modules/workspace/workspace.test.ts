import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Actor, Endpoint } from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import { systemClock } from "../../platform/clock.ts";
import { systemIds } from "../../platform/ids.ts";
import { createWorkspace, type WorkspaceTables } from "./index.ts";

const actor: Actor = { id: null, name: "Anna", address: "127.0.0.1" };
const fields = {
  name: "Лавка у реки",
  origins: ["https://shop.example.com"],
  language: "ru" as const,
  greeting: "Здравствуйте! <b>",
};

async function openWorkspace() {
  const world = await createTestDatabase<WorkspaceTables>();
  const workspace = createWorkspace({
    database: world.database,
    clock: systemClock,
    ids: systemIds,
  });
  /** Calls a route's handler as the edge does after its checks. */
  const call = async (
    path: string,
    method: Endpoint["method"],
    input: object,
  ) => {
    const found = workspace.routes.find(
      ({ endpoint }) => endpoint.path === path && endpoint.method === method,
    );
    if (found === undefined) throw new Error(`no route ${method} ${path}`);
    // The handler reads only what its contract names; each test gives just that.
    return found.handle({ actor, ...input } as never);
  };
  return { world, workspace, call };
}

describe("a web site that carries the widget", () => {
  it("is known by its key, its origins and its secret (B4)", async () => {
    const { world, workspace } = await openWorkspace();
    await using _world = world;
    const { site, secret } = await workspace.createSite(actor, fields);
    expect(site).toEqual({ id: site.id, key: "lavka-u-reki", ...fields });
    expect(await workspace.siteByKey("lavka-u-reki")).toEqual(site);
    expect(await workspace.siteSecret(site.id)).toBe(secret);
    expect(await workspace.isSiteOrigin("https://shop.example.com")).toBe(true);
    expect(
      await workspace.isSiteOrigin("https://shop.example.com.evil.org"),
    ).toBe(false);
    expect(await world.outboxEvents()).toMatchObject([
      { type: "site.created", siteId: site.id, actor },
    ]);
  });

  it("stands under further addresses when the server moved, and is changed only then", async () => {
    const { world, workspace } = await openWorkspace();
    await using _world = world;
    const { site } = await workspace.createSite(actor, fields);
    const moved = {
      siteKey: site.key,
      origins: ["https://shop.example.com", "http://127.0.0.1:8081"],
    };
    await workspace.admitOrigins(actor, moved);
    await workspace.admitOrigins(actor, moved);
    await workspace.admitOrigins(actor, { ...moved, siteKey: "no-such" });
    expect((await workspace.siteByKey(site.key))?.origins).toEqual(
      moved.origins,
    );
    expect(await world.outboxEvents()).toMatchObject([
      { type: "site.created" },
      { type: "site.changed", siteId: site.id },
    ]);
  });

  it("of the same name gets a key of its own", async () => {
    const { world, workspace } = await openWorkspace();
    await using _world = world;
    await workspace.createSite(actor, fields);
    const second = await workspace.createSite(actor, fields);
    expect(second.site.key).toBe("lavka-u-reki-2");
  });

  it("has a new secret after rotation, and the old one is gone", async () => {
    const { world, workspace, call } = await openWorkspace();
    await using _world = world;
    const { site, secret } = await workspace.createSite(actor, fields);
    const rotated = await call("/api/v1/sites/:siteId/secret", "POST", {
      params: { siteId: site.id },
    });
    expect(rotated).not.toEqual({ secret });
    expect({ secret: await workspace.siteSecret(site.id) }).toEqual(rotated);
  });

  it("that does not exist is refused", async () => {
    const { world, workspace, call } = await openWorkspace();
    await using _world = world;
    const siteId = systemIds.next();
    await expect(
      call("/api/v1/sites/:siteId", "PUT", {
        params: { siteId },
        body: fields,
      }),
    ).rejects.toMatchObject({ code: "request.not_found" });
    await expect(workspace.siteSecret(siteId as never)).rejects.toMatchObject({
      code: "site.unknown",
    });
    expect(await world.outboxEvents()).toEqual([]);
  });
});

describe("the logo (B17)", () => {
  const path = "/api/v1/workspace/logo";

  it("is encoded anew, small enough, and served under an address of its content", async () => {
    const { world, workspace, call } = await openWorkspace();
    await using _world = world;
    const bytes = await sharp({
      create: { width: 1200, height: 600, channels: 3, background: "#aa3300" },
    })
      .withExif({ IFD0: { Artist: "somebody" } })
      .jpeg()
      .toBuffer();
    await call(path, "PUT", { http: { request: { body: bytes } } });
    const { logoPath } = await workspace.branding();
    const version = logoPath?.split("/").at(-1) ?? "";
    const served = await workspace.fileRoutes[0]?.find({ version });
    const { format, width, height, exif } = await sharp(
      served?.bytes,
    ).metadata();
    expect({ format, width, height, exif }).toEqual({
      format: "png",
      width: 512,
      height: 256,
      exif: undefined,
    });
    await call(path, "DELETE", {});
    expect((await workspace.branding()).logoPath).toBeNull();
    expect(await workspace.fileRoutes[0]?.find({ version })).toBeUndefined();
  });

  it.each([
    ["a page", Buffer.from("<html><script>alert(1)</script></html>")],
    [
      "an SVG",
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      ),
    ],
    ["nothing", Buffer.alloc(0)],
  ])("is refused when it is %s under a picture's name", async (_what, body) => {
    const { world, workspace, call } = await openWorkspace();
    await using _world = world;
    await expect(
      call(path, "PUT", { http: { request: { body } } }),
    ).rejects.toMatchObject({ code: "request.unsupported_media_type" });
    expect((await workspace.branding()).logoPath).toBeNull();
  });
});
