import type { UserId } from "@veche/contracts";

/** Which connection looks at whom; a change costs as much as the people who look at it. */
export interface Watchers {
  /** Replaces what this connection looks at. */
  watch(connectionId: string, userIds: readonly UserId[]): void;
  drop(connectionId: string): void;
  isWatched(userId: UserId): boolean;
  of(userId: UserId): Iterable<string>;
}

export function createWatchers(): Watchers {
  const watched = new Map<string, readonly UserId[]>();
  const watching = new Map<UserId, Set<string>>();

  const drop = (connectionId: string): void => {
    for (const userId of watched.get(connectionId) ?? []) {
      const connections = watching.get(userId);
      connections?.delete(connectionId);
      if (connections?.size === 0) watching.delete(userId);
    }
    watched.delete(connectionId);
  };
  return {
    drop,
    watch(connectionId, userIds) {
      drop(connectionId);
      if (userIds.length === 0) return;
      watched.set(connectionId, userIds);
      for (const userId of userIds) {
        const connections = watching.get(userId) ?? new Set();
        connections.add(connectionId);
        watching.set(userId, connections);
      }
    },
    isWatched: (userId) => watching.has(userId),
    of: (userId) => watching.get(userId) ?? [],
  };
}
