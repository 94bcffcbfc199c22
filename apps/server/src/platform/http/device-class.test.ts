import { describe, expect, it } from "vitest";
import { deviceClassOf } from "./device-class.ts";

const desktop = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1";

describe("the class of a device (C10)", () => {
  it("is the application's when it names itself, in a header or an address", () => {
    expect(
      deviceClassOf({
        headers: { "veche-device": "app", "user-agent": phone },
      }),
    ).toBe("app");
    expect(deviceClassOf({ headers: {}, url: "/realtime?device=app" })).toBe(
      "app",
    );
    expect(deviceClassOf({ headers: {}, url: "/app?device=else" })).toBe(
      "desktop_browser",
    );
  });

  it("is a mobile browser's by its hint, or else by its description", () => {
    expect(
      deviceClassOf({
        headers: { "sec-ch-ua-mobile": "?1", "user-agent": desktop },
      }),
    ).toBe("mobile_browser");
    expect(deviceClassOf({ headers: { "user-agent": phone } })).toBe(
      "mobile_browser",
    );
  });

  it("is a desktop browser's otherwise", () => {
    expect(
      deviceClassOf({
        headers: { "sec-ch-ua-mobile": "?0", "user-agent": phone },
      }),
    ).toBe("desktop_browser");
    expect(deviceClassOf({ headers: { "user-agent": desktop } })).toBe(
      "desktop_browser",
    );
    expect(deviceClassOf({ headers: {} })).toBe("desktop_browser");
  });
});
