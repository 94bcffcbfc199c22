import { expect, it } from "vitest";
import { isPublicUrl } from "./post-bytes.ts";
import { isPublicAddress } from "./public-address.ts";

it.each([
  ["93.184.216.34", true],
  ["2606:2800:220:1::1", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.100.100.200", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["64:ff9b::10.0.0.1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["not an address", false],
])("%s is of the open internet: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

it.each([
  ["https://push.example.com/1", true],
  ["http://push.example.com/1", false],
  ["https://user@push.example.com/1", false],
  ["https://localhost/1", false],
  ["https://db.internal/1", false],
  ["https://[::1]/1", false],
  ["https://2130706433/1", false],
  ["https://0x7f.1/1", false],
])("%s may be asked: %s", (url, expected) => {
  expect(isPublicUrl(url)).toBe(expected);
});
