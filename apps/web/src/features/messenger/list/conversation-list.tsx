import type { Conversation, ConversationId } from "@veche/contracts";
import { iconMessage, iconSearch } from "@veche/ui";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { useNow } from "../../../platform/now.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import type { MenuPlace } from "./row-menu.tsx";
import { usePinnedOrder } from "./use-pinned-order.ts";
import styles from "./list.module.css";

const rowPx = 66;

interface ConversationListProps {
  readonly conversations: readonly Conversation[];
  readonly openId: ConversationId | undefined;
  readonly isSearching: boolean;
  readonly onMenu: (place: MenuPlace) => void;
}

/** Arrows walk the rows. */
function focusSibling(event: KeyboardEvent<HTMLElement>, step: 1 | -1): void {
  const row = event.currentTarget.closest("li");
  const next =
    step === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector("button")?.focus();
}

function NothingListed({
  isSearching,
}: Pick<ConversationListProps, "isSearching">) {
  const { t } = useTexts();
  return isSearching ? (
    <EmptyState
      icon={iconSearch}
      title={t("chats.nothingFound")}
      advice={t("chats.nothingFoundAdvice")}
    />
  ) : (
    <EmptyState
      icon={iconMessage}
      title={t("chats.empty")}
      advice={t("chats.emptyAdvice")}
    />
  );
}

/** The rows, however many: only those in sight stand in the page. */
export function ConversationList({
  conversations,
  openId,
  isSearching,
  onMenu,
}: ConversationListProps) {
  const { t } = useTexts();
  const { open } = useMessenger();
  const place = useRef<HTMLDivElement>(null);
  const nowMs = useNow(60_000);
  const order = usePinnedOrder();
  const rows = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => conversations[index]?.id ?? index,
    overscan: 6,
  });
  const onKeyDown = (
    event: KeyboardEvent<HTMLElement>,
    { id }: Conversation,
  ) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (event.altKey) order.step(id, step);
    else focusSibling(event, step);
  };
  const onContextMenu = (event: MouseEvent, conversation: Conversation) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    // The keyboard's menu key gives no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    onMenu({
      conversation,
      left: isByKey ? box.left + 60 : event.clientX,
      top: isByKey ? box.top + 40 : event.clientY,
    });
  };
  if (conversations.length === 0)
    return <NothingListed isSearching={isSearching} />;
  return (
    <div ref={place} className={styles["scroll"]}>
      <ul
        className={styles["rows"]}
        aria-label={t("chats.list")}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const conversation = conversations[index];
          if (conversation === undefined) return null;
          return (
            <li
              key={key}
              className={styles["item"]}
              style={{ transform: `translateY(${String(start)}px)` }}
              aria-posinset={index + 1}
              aria-setsize={conversations.length}
              {...order.dragOf(conversation)}
            >
              <button
                type="button"
                className={styles["link"]}
                aria-current={conversation.id === openId ? "page" : undefined}
                onClick={() => open(conversation.id)}
                onKeyDown={(event) => onKeyDown(event, conversation)}
                onContextMenu={(event) => onContextMenu(event, conversation)}
              >
                <ConversationRow
                  conversation={conversation}
                  isOpen={conversation.id === openId}
                  nowMs={nowMs}
                />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
