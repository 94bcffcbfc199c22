import { describe, expect, it } from "vitest";
import { compositionLayouts } from "@veche/contracts";
import { ffmpegArguments } from "../film/ffmpeg-arguments.ts";
import { chaptersFile } from "../film/chapters-file.ts";
import { speakers } from "./layout.ts";
import { planFilm, type Reel } from "./plan-film.ts";

const reel = (name: string, more: Partial<Reel> = {}): Reel => ({
  ...{ path: `/${name}.webm`, kind: "camera", name },
  ...{ hasPicture: true, hasSound: true, durationMs: 60_000 },
  seen: [{ fromMs: 0, toMs: 60_000 }],
  present: [{ fromMs: 0, toMs: 60_000 }],
  voice: [],
  ...more,
});
const wish = { layout: "grid", format: "mp4", language: "en" } as const;

describe("a film", () => {
  it.each(compositionLayouts)(
    "in layout %s shows nobody twice at one place",
    (layout) => {
      const plan = planFilm(
        [reel("Anna"), reel("Boris"), reel("Boris", { kind: "screen" })],
        { ...wish, layout },
      );
      const places = plan?.placed.map(({ reel: index, box }) =>
        [index, box.x, box.y, box.width].join(" "),
      );
      expect(new Set(places).size).toBe(places?.length);
      for (const { box } of plan?.placed ?? []) {
        expect(box.x + box.width).toBeLessThanOrEqual(1_280);
        expect(box.y + box.height).toBeLessThanOrEqual(720);
      }
    },
  );

  it("hears whoever has a sound, and nobody who was not recorded", () => {
    const plan = planFilm(
      [reel("Anna", { hasPicture: false, seen: [] })],
      wish,
    );
    expect(plan?.heard).toEqual([0]);
    expect(plan?.labels.map(({ name }) => name)).toEqual(["Anna"]);
  });

  it("without anything recorded is none", () => {
    expect(planFilm([], wish)).toBeUndefined();
  });

  it("marks who came later, who left earlier, and what was shared", () => {
    const plan = planFilm(
      [
        reel("Anna"),
        reel("Boris", { present: [{ fromMs: 9_000, toMs: 50_000 }] }),
        reel("Anna", {
          kind: "screen",
          present: [{ fromMs: 20_000, toMs: 30_000 }],
        }),
      ],
      wish,
    );
    expect(plan?.chapters).toEqual([
      { fromMs: 0, toMs: 9_000, title: "Start" },
      { fromMs: 9_000, toMs: 20_000, title: "Boris joins" },
      { fromMs: 20_000, toMs: 30_000, title: "Anna shares the screen" },
      { fromMs: 30_000, toMs: 50_000, title: "Anna stops sharing" },
      { fromMs: 50_000, toMs: 60_000, title: "Boris leaves" },
    ]);
  });

  it("shows large who speaks, and not for one word", () => {
    const sights = [
      { ...reel("Anna"), voice: [{ fromMs: 0, toMs: 10_000 }] },
      {
        ...reel("Boris"),
        voice: [
          { fromMs: 4_000, toMs: 4_300 },
          { fromMs: 12_000, toMs: 20_000 },
        ],
      },
    ].map((one, index) => ({ ...one, reel: index }));
    expect(
      speakers(sights, 30_000).map(({ sight, fromMs, toMs }) => [
        ...[sight.name, fromMs, toMs],
      ]),
    ).toEqual([
      ["Anna", 0, 12_000],
      ["Boris", 12_000, 30_000],
    ]);
  });

  it("takes a name for a name, whatever it holds", () => {
    const name = "x';drawtext=text=%{pts}[a]\\=#;";
    const plan = planFilm(
      [
        reel("Anna", { name }),
        reel("Boris", { present: [{ fromMs: 9_000, toMs: 60_000 }], name }),
      ],
      wish,
    );
    const args = ffmpegArguments(plan!, {
      ...{ chapters: "/c", names: ["/n0", "/n1"], threads: 2, output: "/o" },
    });
    expect(args.join(" ")).not.toContain("pts}");
    expect(chaptersFile(plan!.chapters)).toContain(
      String.raw`title=x'\;drawtext\=text\=%{pts}[a]\\\=\#\; joins`,
    );
  });
});
