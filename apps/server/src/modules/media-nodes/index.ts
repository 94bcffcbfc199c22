import {
  mediaNodeEndpoints,
  type Actor,
  type MediaNode,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import { route, type Route } from "../../platform/http/route.ts";
import type { Media } from "../media/index.ts";
import { drainedNames, setDrained, type MediaNodesTables } from "./drained.ts";

export type { MediaNodesTables } from "./drained.ts";

export interface MediaNodesDeps {
  readonly database: Database<MediaNodesTables>;
  readonly clock: Clock;
  readonly media: Pick<Media, "drain" | "nodes">;
}

/** What administrators see of the media servers, and which of them are drained. */
export interface MediaNodes {
  readonly routes: readonly Route[];
  /** Drains what was drained before. */
  start(): Promise<void>;
}

export function createMediaNodes(deps: MediaNodesDeps): MediaNodes {
  const { database, media } = deps;
  return {
    routes: [
      route(mediaNodeEndpoints.listMediaNodes, async () => shown(media)),
      route(
        mediaNodeEndpoints.updateMediaNode,
        async ({ actor, params: { name }, body: { isDraining } }) => {
          await change(deps, actor, { name, isDraining });
          return shown(media);
        },
      ),
    ],
    async start() {
      for (const name of await drainedNames(database.db))
        media.drain(name, { isDraining: true });
    },
  };
}

const shown = ({ nodes }: MediaNodesDeps["media"]) => ({ items: [...nodes()] });

/** Refuses `request.not_found`, and `request.conflict` where no other would take new rooms. */
async function change(
  { database, clock, media }: MediaNodesDeps,
  actor: Actor,
  order: Pick<MediaNode, "isDraining" | "name">,
): Promise<void> {
  const { name, isDraining } = order;
  const nodes = media.nodes();
  if (!nodes.some((node) => node.name === name))
    throw new AppError("request.not_found");
  const isLast = !nodes.some(
    (node) => node.name !== name && node.state === "up" && !node.isDraining,
  );
  if (isDraining && isLast) throw new AppError("request.conflict");
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await setDrained(tx, { ...order, at: clock.now() }))) return;
    happened({
      type: "media_node.changed",
      name,
      change: isDraining ? "drained" : "returned",
    });
  });
  media.drain(name, { isDraining });
}
