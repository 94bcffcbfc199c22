/** A media server as the choice of a place sees it. */
export interface NodeLoad {
  readonly id: string;
  /** It answers. */
  readonly isHealthy: boolean;
  /** What runs there may end there; nothing new comes. */
  readonly isDraining: boolean;
  /** Participants there now. */
  readonly seats: number;
}

/** The least loaded node that is well and takes rooms; the first by name among equals. Undefined when there is none. */
export function chooseNode<Node extends NodeLoad>(
  nodes: readonly Node[],
): Node | undefined {
  return nodes
    .filter(({ isHealthy, isDraining }) => isHealthy && !isDraining)
    .toSorted(
      (one, other) => one.seats - other.seats || one.id.localeCompare(other.id),
    )[0];
}
