import { randomUUID } from "node:crypto";
import type {
  CustomerId,
  DeviceId,
  Notice,
  NoticeOf,
  NoticeType,
  SiteId,
} from "@veche/contracts";
import { serverActor } from "../src/platform/db/database.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Principal } from "../src/platform/principal.ts";
import type { CommandContext } from "../src/platform/realtime/command.ts";
import type { TestClock } from "./clock.ts";
import type { OpenWindow } from "./service-windows.ts";
import type { Life } from "./service-life.ts";

export function openWindow(
  life: Life,
  principal: Principal,
  deviceId: DeviceId,
): OpenWindow {
  const notices: Notice[] = [];
  const context: CommandContext = {
    principal,
    deviceId,
    connectionId: randomUUID(),
    actor: { id: principal.id, name: principal.name, address: null },
  };
  const all = <Kind extends NoticeType>(
    type: Kind,
  ): readonly NoticeOf<Kind>[] =>
    // The filter is what makes it true.
    notices.filter(
      (notice) => notice.type === type,
    ) as unknown as NoticeOf<Kind>[];
  const window: OpenWindow = {
    principal,
    deviceId,
    connectionId: context.connectionId,
    notices,
    all,
    last: (type) => all(type).at(-1),
    send: (name, params) => {
      const handler = life.commands[name];
      if (handler === undefined) throw new Error(`nobody answers ${name}`);
      return handler(context, params);
    },
    close() {
      life.windows.delete(window);
      const wasLast = life.windows.of(principal.id).length === 0;
      for (const part of [life.calls, life.centre]) {
        part.onConnectionClosed({
          principal,
          connectionId: context.connectionId,
          wasLast,
        });
      }
      if (wasLast)
        life.bus.dispatch([
          {
            type: "principal.disconnected",
            kind: principal.kind,
            principalId: principal.id,
          },
        ]);
    },
  };
  life.windows.add(window);
  return window;
}

export async function greet(life: Life, window: OpenWindow): Promise<void> {
  const { principal } = window;
  life.bus.dispatch([
    { type: "principal.connected", principalId: principal.id },
  ]);
  for (const { snapshot } of [life.calls, life.recordings, life.centre]) {
    window.notices.push(...(await snapshot(principal)));
  }
}

export async function addCustomer(life: Life, clock: TestClock, name: string) {
  const id = systemIds.next<CustomerId>();
  const siteId = systemIds.next<SiteId>();
  const now = clock.now();
  const conversationId = await life.database.transact(
    serverActor,
    async (unit) => {
      const opened = await life.chats.createSupportConversation(unit, {
        id,
        name,
      });
      await unit.tx
        .insertInto("customers")
        .values({
          id,
          siteId,
          externalId: null,
          name,
          email: null,
          phone: null,
          attributes: "{}",
          language: "en",
          pageUrl: null,
          pageTitle: null,
          conversationId: opened,
          firstSeenAt: now,
          lastSeenAt: now,
        })
        .execute();
      return opened;
    },
  );
  const principal: Principal = {
    kind: "customer",
    id,
    name,
    language: "en",
    siteId,
  };
  return { principal, conversationId };
}
