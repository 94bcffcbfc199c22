import type { Conversation, ConversationId } from "@veche/contracts";
import { iconMessage, iconSearch } from "@veche/ui";
import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { useNow } from "../../../platform/now.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useVirtualRows } from "../use-virtual-rows.ts";
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

interface ListItemProps extends Pick<ConversationListProps, "onMenu"> {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly nowMs: number;
  /** Puts it one place up or down among the pinned. */
  readonly onStep: (by: 1 | -1) => void;
}

function ListItem({
  conversation,
  isOpen,
  nowMs,
  onMenu,
  onStep,
}: ListItemProps) {
  const { open, realtime } = useMessenger();
  // Whoever comes near may open it: what is kept of it is read before they do.
  const prepare = () => realtime.log(conversation.id).prepare();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (event.altKey) onStep(step);
    else focusSibling(event, step);
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    // The keyboard's menu key gives no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const left = isByKey ? box.left + 60 : event.clientX;
    const top = isByKey ? box.top + 40 : event.clientY;
    onMenu({ conversation, left, top });
  };
  return (
    <button
      type="button"
      className={styles["link"]}
      aria-current={isOpen ? "page" : undefined}
      onClick={() => open(conversation.id)}
      onPointerEnter={prepare}
      onFocus={prepare}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <ConversationRow
        conversation={conversation}
        isOpen={isOpen}
        nowMs={nowMs}
      />
    </button>
  );
}

function useRows(conversations: readonly Conversation[]) {
  const place = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows({
    count: conversations.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => conversations[index]?.id ?? index,
    overscan: 6,
  });
  return { place, rows };
}

/** The rows, however many: only those in sight stand in the page. */
export function ConversationList({
  conversations,
  openId,
  isSearching,
  onMenu,
}: ConversationListProps) {
  const { t } = useTexts();
  const nowMs = useNow(60_000);
  const order = usePinnedOrder();
  const { place, rows } = useRows(conversations);
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
              <ListItem
                conversation={conversation}
                isOpen={conversation.id === openId}
                nowMs={nowMs}
                onMenu={onMenu}
                onStep={(by) => order.step(conversation.id, by)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
