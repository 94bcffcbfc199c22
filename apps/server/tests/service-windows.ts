import { randomUUID } from "node:crypto";
import type {
  ClientId,
  CommandName,
  CommandParams,
  CommandResult,
  DeviceId,
  JoinId,
  Notice,
  NoticeOf,
  NoticeType,
  PrincipalId,
} from "@veche/contracts";
import type { Principal } from "../src/platform/principal.ts";
import type { Hub } from "../src/platform/realtime/hub.ts";

export const newId = <Kind extends string>(): Kind => randomUUID() as Kind;
export const newClientId = (): ClientId => newId<ClientId>();
export const newJoinId = (): JoinId => newId<JoinId>();
export const nothingOn = { microphone: false, camera: false, screen: false };
export const allOn = { microphone: true, camera: true, screen: false };

/** One browser window of somebody: a socket and what it was told. */
export interface Window {
  readonly principal: Principal;
  readonly connectionId: string;
  readonly deviceId: DeviceId;
  readonly notices: readonly Notice[];
  send<Name extends CommandName>(
    name: Name,
    params: CommandParams<Name>,
  ): Promise<CommandResult<Name>>;
  /** The newest notice of a type. */
  last<Kind extends NoticeType>(type: Kind): NoticeOf<Kind> | undefined;
  all<Kind extends NoticeType>(type: Kind): readonly NoticeOf<Kind>[];
  close(): void;
}

export interface OpenWindow extends Window {
  readonly notices: Notice[];
}

export interface OpenWindows {
  add(window: OpenWindow): void;
  delete(window: OpenWindow): void;
  clear(): void;
  of(id: PrincipalId): readonly OpenWindow[];
  by(connectionId: string): OpenWindow | undefined;
  principals(): Iterable<PrincipalId>;
  /** Of whom a sign of life was wanted. */
  readonly asked: Set<string>;
}

export function createOpenWindows(): OpenWindows {
  const byConnection = new Map<string, OpenWindow>();
  const byPrincipal = new Map<PrincipalId, readonly OpenWindow[]>();
  const of = (id: PrincipalId) => byPrincipal.get(id) ?? [];
  return {
    of,
    add(window) {
      byConnection.set(window.connectionId, window);
      byPrincipal.set(window.principal.id, [
        ...of(window.principal.id),
        window,
      ]);
    },
    delete(window) {
      const { id } = window.principal;
      byConnection.delete(window.connectionId);
      const rest = of(id).filter((other) => other !== window);
      if (rest.length > 0) byPrincipal.set(id, rest);
      else byPrincipal.delete(id);
    },
    clear() {
      byConnection.clear();
      byPrincipal.clear();
    },
    by: (connectionId) => byConnection.get(connectionId),
    principals: () => byPrincipal.keys(),
    asked: new Set(),
  };
}

export function hubOf(windows: OpenWindows): Hub {
  return {
    notify(principalIds, notice) {
      for (const id of new Set(principalIds))
        for (const window of windows.of(id)) window.notices.push(notice);
    },
    notifyConnection: (connectionId, notice) =>
      void windows.by(connectionId)?.notices.push(notice),
    isConnected: (id) => windows.of(id).length > 0,
    isOpen: (connectionId) => windows.by(connectionId) !== undefined,
    ask: (connectionId) => void windows.asked.add(connectionId),
    connectedPrincipals: () => windows.principals(),
    endSession: () => {},
    endPrincipal: () => {},
  };
}
