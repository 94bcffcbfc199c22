import type { Conversation, ConversationId } from "@veche/contracts";
import { useState, type DragEvent } from "react";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { pinnedIndexOf, ranksAfterMove } from "./pinned-order.ts";

interface DragHandlers {
  readonly draggable?: boolean;
  readonly "data-dropping"?: boolean;
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDrop?: (event: DragEvent) => void;
  readonly onDragEnd?: () => void;
}

export interface PinnedOrder {
  /** One place up or down among the pinned. */
  readonly step: (id: ConversationId, by: 1 | -1) => void;
  readonly dragOf: (conversation: Conversation) => DragHandlers;
}

/** Pinned conversations are put in order by dragging and by Alt with the arrows. */
export function usePinnedOrder(): PinnedOrder {
  const { realtime, asks } = useMessenger();
  const doing = useDoing();
  const [dragged, setDragged] = useState<ConversationId | null>(null);
  const [over, setOver] = useState<ConversationId | null>(null);
  const move = (id: ConversationId, toIndex: number) => {
    const changes = ranksAfterMove(realtime.conversations.get(), id, toIndex);
    doing(
      Promise.all(
        changes.map(({ conversationId, pinnedRank }) =>
          asks.arrange(conversationId, { pinnedRank }),
        ),
      ),
    );
  };
  const indexOf = (id: ConversationId) =>
    pinnedIndexOf(realtime.conversations.get(), id);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    step: (id, by) => {
      const index = indexOf(id);
      if (index >= 0) move(id, index + by);
    },
    dragOf: ({ id, mine }) => {
      if (typeof mine?.pinnedRank !== "number") return {};
      return {
        draggable: true,
        "data-dropping": dragged !== null && over === id && dragged !== id,
        onDragStart: (event) => {
          event.dataTransfer.effectAllowed = "move";
          setDragged(id);
        },
        onDragOver: (event) => {
          if (dragged === null) return;
          event.preventDefault();
          setOver(id);
        },
        onDrop: (event) => {
          event.preventDefault();
          if (dragged !== null && dragged !== id) move(dragged, indexOf(id));
          end();
        },
        onDragEnd: end,
      };
    },
  };
}
