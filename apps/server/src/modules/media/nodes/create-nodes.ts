import type { MediaNode } from "@veche/contracts";
import type { Config } from "../../../platform/config/config.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { JanusLine } from "../janus/janus-line.ts";
import {
  createMediaServer,
  type MediaServer,
  type MediaServerStatus,
} from "../media-server.ts";
import type { NodeUse, RoomTable } from "../rooms/create-rooms.ts";
import { connectNode, type OuterNode } from "./outer-node.ts";

/** The media server that runs inside. */
const ownName = "own";
const ownNode = { name: ownName, isOwn: true, fault: null } as const;
const upOrDown = ({ status }: Pick<MediaServer, "status">): "down" | "up" =>
  status() === "up" ? "up" : "down";

export interface NodesDeps {
  readonly config: Pick<
    Config,
    "dataDir" | "mediaNodes" | "mediaServer" | "secretKey"
  >;
  readonly log: Log;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly rooms: RoomTable;
  readonly roomKey: string;
}

/** All media servers of this installation. */
export interface Nodes {
  readonly list: () => readonly MediaNode[];
  /** `up`: one of them takes rooms. */
  readonly status: () => MediaServerStatus;
  /** Where their media come and go. */
  readonly addresses: readonly string[];
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** The one inside, where it is installed, and those that the administrator named. */
export function createNodes(deps: NodesDeps): Nodes {
  const { config, log, rooms } = deps;
  const own = createMediaServer({
    ...deps,
    onUp: (line) => {
      void tellVersion(line, log);
      rooms.nodeUp(ownName, line);
    },
  });
  const outer = config.mediaNodes.map((node) =>
    connectNode({
      ...deps,
      node,
      onUp: (line) => rooms.nodeUp(node.name, line, node.roomKey),
    }),
  );
  const list = (): readonly MediaNode[] => [
    ...(own.status() === "off"
      ? []
      : [shown({ ...ownNode, state: upOrDown(own) }, rooms)]),
    ...outer.map((node) => shown(outerNode(node), rooms)),
  ];
  return {
    list,
    status() {
      const states = list().map(({ state }) => state);
      if (states.length === 0) return "off";
      return states.includes("up") ? "up" : "down";
    },
    addresses: [
      ...(own.address === undefined ? [] : [own.address]),
      ...config.mediaNodes.flatMap(({ mediaIps }) => mediaIps),
    ],
    start() {
      own.start();
      for (const node of outer) node.start();
    },
    async stop() {
      for (const node of outer) node.stop();
      await own.stop();
    },
  };
}

const outerNode = (node: OuterNode) => ({
  ...{ name: node.name, isOwn: false },
  ...{ state: node.state(), fault: node.fault() },
});

const shown = (
  node: Omit<MediaNode, keyof NodeUse>,
  rooms: RoomTable,
): MediaNode => ({ ...node, ...rooms.useOf(node.name) });

async function tellVersion(line: JanusLine, log: Log): Promise<void> {
  const { version_string: version } = await line.ask({ janus: "info" });
  log.info({ version }, "the media server is up");
}
