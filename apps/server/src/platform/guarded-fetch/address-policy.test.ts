import { expect, it } from "vitest";
import { isPublicAddress } from "./address-policy.ts";

it("the open internet is public", () => {
  for (const address of ["8.8.8.8", "93.184.215.14", "2001:4860:4860::8888"])
    expect(isPublicAddress(address), address).toBe(true);
});

it("no inner address is, in whatever disguise", () => {
  const inner = [
    ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1"],
    ...["172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...["192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"],
    ...["255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fd00::1"],
    ...["ff02::1", "::ffff:10.0.0.5", "::ffff:7f00:1", "::127.0.0.1"],
    ...["64:ff9b::a00:5", "64:ff9b:1::1", "2002:7f00:1::", "2001::1"],
    ...["2001:db8::1", "100::1", "fd00:ec2::254"],
  ];
  for (const address of inner)
    expect(isPublicAddress(address), address).toBe(false);
});

it("what is no address is not public either", () => {
  for (const text of ["", "localhost", "example.com", "1.2.3", "8.8.8.8%eth0"])
    expect(isPublicAddress(text), text).toBe(false);
});
