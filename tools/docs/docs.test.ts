import { describe, expect, it } from "vitest";
import { namesInTable } from "./tables.ts";
import { pathsOfTree } from "./tree.ts";

describe("the tree in ARCHITECTURE.md", () => {
  it("names paths by indentation, drawn or not", () => {
    expect(
      pathsOfTree(
        "# A\n```\npackages/\n  contracts/   every shape\napps/\n  server/\n    src/main.ts   start\n  {web,widget}/   screens\n```",
      ),
    ).toEqual([
      "packages/",
      "packages/contracts/",
      "apps/",
      "apps/server/",
      "apps/server/src/main.ts",
      "apps/web/",
      "apps/widget/",
    ]);
    expect(
      pathsOfTree(
        "```text\napps/\n├── server/  the server\n│   └── src/\n└── web/\n```",
      ),
    ).toEqual(["apps/", "apps/server/", "apps/server/src/", "apps/web/"]);
  });
  it("may leave a name open", () => {
    expect(pathsOfTree("```\nmodules/\n  <name>/  a module\n  …\n```")).toEqual(
      ["modules/"],
    );
  });
});

describe("a table of the README", () => {
  it("is read below its heading and nowhere else", () => {
    const markdown =
      "## Commands\n| a | b |\n|---|---|\n| x | 1 |\n\n## Configuration\nText.\n\n| name | meaning |\n|---|---|\n| `PORT` | port |\n| `HOST` | address |\n\n## Next\n| y | z |";
    expect(namesInTable(markdown, /configuration/i)).toEqual(["PORT", "HOST"]);
  });
});
