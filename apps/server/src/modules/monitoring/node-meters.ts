import { Gauge, type Registry } from "prom-client";
import type { MediaNode } from "@veche/contracts";

export interface NodeMetersDeps {
  readonly registry: Registry;
  readonly mediaNodes: () => readonly MediaNode[];
}

/** How much goes through each media server, asked when somebody collects. */
export function meterNodes({ registry, mediaNodes }: NodeMetersDeps): void {
  const gauge = (
    name: string,
    help: string,
    read: (node: MediaNode) => number,
  ): void => {
    new Gauge({
      ...{ name: `veche_media_node_${name}`, help },
      ...{ labelNames: ["node"], registers: [registry] },
      collect() {
        this.reset();
        for (const node of mediaNodes())
          this.set({ node: node.name }, read(node));
      },
    });
  };
  gauge("up", "1 while a media server answers", ({ state }) =>
    state === "up" ? 1 : 0,
  );
  gauge("draining", "1 while a media server takes no new calls", (node) =>
    node.isDraining ? 1 : 0,
  );
  gauge("rooms", "Calls that go through a media server", (node) => node.rooms);
  gauge(
    "seats",
    "Participants whose media go through a media server",
    (node) => node.seats,
  );
}
