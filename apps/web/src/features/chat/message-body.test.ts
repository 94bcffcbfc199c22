import { expect, it } from "vitest";
import { toBody } from "./message-body.ts";

it("sends what was typed without edges, control characters and Windows line ends", () => {
  expect(
    toBody("  Здравствуйте\r\nи\u0000 <b>до</b> свидания\t! \n").body,
  ).toBe("Здравствуйте\nи <b>до</b> свидания\t!");
});

it("writes a letter with its accent as one, as the server does", () => {
  expect(toBody("и\u0306").body).toBe("й");
});

it("counts what is too much", () => {
  expect(toBody("x".repeat(8002)).excess).toBe(2);
  expect(toBody("x".repeat(8000)).excess).toBe(0);
});
