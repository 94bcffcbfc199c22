import { describe, expect, it } from "vitest";
import { isNetwork, isWithin } from "./networks.ts";

describe("networks of the staff", () => {
  it("are addresses and networks of IPv4 and IPv6", () => {
    for (const text of ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "::1"])
      expect(isNetwork(text), text).toBe(true);
    for (const text of [
      "10.0.0.0/33",
      "10.0.0.0/",
      "::/129",
      "10.0.0",
      "a",
      "1.2.3.4/8/8",
    ])
      expect(isNetwork(text), text).toBe(false);
  });

  it("hold who is in one of them, in whichever clothes an address comes", () => {
    const office = ["10.1.0.0/16", "192.0.2.7", "2001:db8::/32"];
    for (const address of ["10.1.200.3", "::ffff:10.1.0.1", "192.0.2.7"])
      expect(isWithin(office, address), address).toBe(true);
    expect(isWithin(office, "2001:db8:1::5")).toBe(true);
    for (const address of ["10.2.0.1", "192.0.2.8", "2001:db9::1", "unknown"])
      expect(isWithin(office, address), address).toBe(false);
  });

  it("hold everybody when there are none", () => {
    expect(isWithin([], "203.0.113.9")).toBe(true);
  });
});
