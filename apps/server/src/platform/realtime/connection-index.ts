import type { PrincipalId, SessionId } from "@veche/contracts";
import type { Connection } from "./connection.ts";

/** Open connections by their own name, and those past hello by principal. */
export class ConnectionIndex {
  readonly #byId = new Map<string, Connection>();
  readonly #byPrincipal = new Map<PrincipalId, Set<Connection>>();
  readonly #counts = new Map<PrincipalId, number>();
  #presentCount = 0;
  readonly #onEmpty: (() => void)[] = [];

  get size(): number {
    return this.#byId.size;
  }

  /** Sockets that said no hello yet. */
  get greetingCount(): number {
    return this.#byId.size - this.#presentCount;
  }

  /** Settles when no connection is left. */
  whenEmpty(): Promise<void> {
    return this.#byId.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => void this.#onEmpty.push(resolve));
  }

  all(): Iterable<Connection> {
    return this.#byId.values();
  }

  find(connectionId: string): Connection | undefined {
    return this.#byId.get(connectionId);
  }

  of(principalId: PrincipalId): Iterable<Connection> {
    return this.#byPrincipal.get(principalId) ?? [];
  }

  principals(): Iterable<PrincipalId> {
    return this.#byPrincipal.keys();
  }

  isConnected(principalId: PrincipalId): boolean {
    return this.#byPrincipal.has(principalId);
  }

  /** Sockets of one principal, those that said no hello yet included. */
  countOf(principalId: PrincipalId): number {
    return this.#counts.get(principalId) ?? 0;
  }

  *ofSession(sessionId: SessionId): Iterable<Connection> {
    for (const connection of this.#byId.values()) {
      const { principal } = connection;
      if (principal.kind === "user" && principal.sessionId === sessionId)
        yield connection;
    }
  }

  add(connection: Connection): void {
    this.#byId.set(connection.id, connection);
    const { id } = connection.principal;
    this.#counts.set(id, this.countOf(id) + 1);
  }

  /** Counts the connection as its principal's presence; true when it is the first. */
  present(connection: Connection): boolean {
    const { id } = connection.principal;
    const known = this.#byPrincipal.get(id);
    this.#presentCount += 1;
    if (known === undefined) this.#byPrincipal.set(id, new Set([connection]));
    else known.add(connection);
    return known === undefined;
  }

  /** True when it was its principal's last present one. */
  remove(connection: Connection): boolean {
    if (!this.#byId.delete(connection.id)) return false;
    const { id } = connection.principal;
    const left = this.countOf(id) - 1;
    if (left > 0) this.#counts.set(id, left);
    else this.#counts.delete(id);
    if (this.#byId.size === 0)
      for (const resolve of this.#onEmpty.splice(0)) resolve();
    const present = this.#byPrincipal.get(id);
    if (present?.delete(connection) !== true) return false;
    this.#presentCount -= 1;
    if (present.size > 0) return false;
    this.#byPrincipal.delete(id);
    return true;
  }
}
