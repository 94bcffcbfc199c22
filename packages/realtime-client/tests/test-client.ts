import type { ConversationId, DeviceId, PrincipalId } from "@veche/contracts";
import {
  createRealtimeClient,
  memoryOutboxPlace,
  type ClientCache,
  type OutboxPlace,
  type RealtimeClient,
} from "../src/index.ts";
import { createFakeNetwork, type FakeNetwork } from "./fake-network.ts";
import { ModelServer } from "./model-server.ts";
import { createVirtualWorld, type VirtualWorld } from "./virtual-world.ts";

export const ann = "ann" as PrincipalId; // never compared as a UUID
export const bob = "bob" as PrincipalId; // never compared as a UUID
export const room = "room" as ConversationId; // never compared as a UUID

/** A client of Ann's with a server and a network that the test drives; Ann and Bob share a room. */
export interface TestClient {
  readonly world: VirtualWorld;
  readonly server: ModelServer;
  readonly network: FakeNetwork;
  readonly client: RealtimeClient;
}

interface TestOptions {
  readonly outbox?: OutboxPlace;
  readonly cache?: ClientCache;
  /** Of an earlier visit. */
  readonly server?: ModelServer;
}

const newServer = (world: VirtualWorld): ModelServer => {
  const server = new ModelServer({ nowMs: world.powers.nowMs, longestGap: 20 });
  server.found(room, [ann, bob]);
  return server;
};

export const startClient = (options: TestOptions = {}): TestClient => {
  const world = createVirtualWorld();
  const { outbox = memoryOutboxPlace(), server = newServer(world) } = options;
  const network = createFakeNetwork(server.acceptor(ann));
  const client = createRealtimeClient({
    connect: network.connect,
    deviceId: "device" as DeviceId, // never compared as a UUID
    loadPage: server.loadPage,
    powers: world.powers,
    outbox,
    ...(options.cache === undefined ? {} : { cache: options.cache }),
  });
  client.start();
  return { world, server, network, client };
};

/** The same, connected and told everything. */
export const liveClient = (options: TestOptions = {}): TestClient => {
  const started = startClient(options);
  started.network.flush();
  return started;
};
