/** A picture that comes to a viewer, and how high they show it. */
export interface ShownPicture {
  readonly mid: string;
  readonly source: "camera" | "screen";
  /** In pixels; 0: it is out of sight. */
  readonly height: number;
}

/** What the media server is to send of one line. */
export interface Layer {
  readonly isSent: boolean;
  /** 0 the smallest of the camera's sizes, 2 the largest. */
  readonly substream: number;
  /** 0 the fewest frames, 2 all of them. */
  readonly temporal: number;
}

interface Level {
  readonly layer: Layer;
  readonly kbps: number;
}

const level = (substream: number, temporal: number, kbps: number): Level => ({
  layer: { isSent: true, substream, temporal },
  kbps,
});

/** A camera's, from the poorest up; what each costs follows from the sizes that clients send. */
const cameraLevels: readonly Level[] = [
  level(0, 0, 40),
  level(0, 2, 100),
  level(1, 2, 300),
  level(2, 2, 900),
];
/** A shared screen has one size. */
const screenLevels: readonly Level[] = [level(2, 2, 500)];
const notSent: Layer = { isSent: false, substream: 0, temporal: 0 };

/** A picture this high is not sharper in the next size. */
const enoughAt = [0, 200, 400] as const;

/** Of what is sent in this order: how much is wanted where there is room for everything. */
function wantedLevels({ source, height }: ShownPicture): readonly Level[] {
  if (height === 0) return [];
  if (source === "screen") return screenLevels;
  const most = enoughAt.findIndex((enough) => height <= enough);
  return cameraLevels.slice(0, most < 0 ? undefined : most + 1);
}

export interface Fitted {
  readonly layers: ReadonlyMap<string, Layer>;
  /** In kbit/s, of each line that is sent. */
  readonly costs: ReadonlyMap<string, number>;
  /** Pictures that are to be seen and have no room. */
  readonly starved: ReadonlySet<string>;
  /** What all that is sent takes, in kbit/s. */
  readonly spent: number;
  readonly isWhole: boolean;
}

/**
 * Shares `kbps` among pictures, the most important first: each gets its poorest level before any gets a better one. The
 * first camera is sent even where there is room for nothing.
 */
export function fitLayers(
  pictures: readonly ShownPicture[],
  kbps: number,
): Fitted {
  const places = pictures.map((picture) => ({
    mid: picture.mid,
    source: picture.source,
    levels: wantedLevels(picture),
    given: 0,
  }));
  const first = places.find(
    ({ source, levels }) => source === "camera" && levels.length > 0,
  );
  let spent = 0;
  for (let round = 1; round <= cameraLevels.length; round += 1) {
    for (const place of places) {
      const next = place.levels[round - 1];
      if (next === undefined || place.given !== round - 1) continue;
      const cost = next.kbps - (place.levels[round - 2]?.kbps ?? 0);
      const isSpared = round === 1 && place === first;
      if (spent + cost > kbps && !isSpared) continue;
      spent += cost;
      place.given = round;
    }
  }
  return {
    layers: new Map(
      places.map(({ mid, levels, given }) => [
        mid,
        levels[given - 1]?.layer ?? notSent,
      ]),
    ),
    costs: new Map(
      places.flatMap(({ mid, levels, given }) => {
        const sent = levels[given - 1];
        return sent === undefined ? [] : [[mid, sent.kbps] as const];
      }),
    ),
    starved: new Set(
      places
        .filter(({ levels, given }) => levels.length > 0 && given === 0)
        .map(({ mid }) => mid),
    ),
    spent,
    isWhole: places.every(({ levels, given }) => given === levels.length),
  };
}
