import { expect, it } from "vitest";
import { refusedLicences } from "./licences.ts";

it("a package under a licence that binds the customer is refused", () => {
  expect(
    refusedLicences({
      "good@1.0.0": "MIT",
      "either@1.0.0": "(GPL-3.0 OR MIT)",
      "both@1.0.0": "(MIT AND CC-BY-3.0)",
      "copyleft@1.0.0": "AGPL-3.0",
      "bound@1.0.0": "(MIT AND GPL-2.0)",
      "silent@1.0.0": "UNKNOWN",
      "@img/sharp-libvips-linux-x64@1.3.4": "LGPL-3.0-or-later",
      "other@1.0.0": "LGPL-3.0-or-later",
    }),
  ).toEqual([
    "copyleft@1.0.0: AGPL-3.0",
    "bound@1.0.0: (MIT AND GPL-2.0)",
    "silent@1.0.0: UNKNOWN",
    "other@1.0.0: LGPL-3.0-or-later",
  ]);
});
