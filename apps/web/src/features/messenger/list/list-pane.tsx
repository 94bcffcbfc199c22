import { TextInput } from "@mantine/core";
import type { Conversation, ConversationId, Folder } from "@veche/contracts";
import { iconPlus, iconSearch } from "@veche/ui";
import {
  lazy,
  Suspense,
  useDeferredValue,
  useMemo,
  useState,
  type KeyboardEvent,
} from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconAlarm, iconBookmark, iconFolder } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useNameWords } from "../use-conversation-name.ts";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import type { MenuSpot } from "../placed-menu.tsx";
import { ToolButton } from "../tool-button.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ListFilters } from "./list-filters.tsx";
import {
  applicationsIn,
  listed,
  unreadTotals,
  type ListFilter,
  type ListQuery,
} from "./listed.ts";
import type { MenuPlace } from "./row-menu.tsx";
import { useFolders } from "./use-folders.ts";
import styles from "./list.module.css";

interface ListPaneProps {
  readonly openId: ConversationId | undefined;
  readonly onDialog: (kind: DialogKind) => void;
  readonly onLeave: (conversation: Conversation) => void;
}

const NewMenu = lazy(() =>
  import("./new-menu.tsx").then((file) => ({ default: file.NewMenu })),
);
const RowMenu = lazy(() =>
  import("./row-menu.tsx").then((file) => ({ default: file.RowMenu })),
);

const NotifyDialog = lazy(() =>
  import("../dialogs/notify-dialog.tsx").then((file) => ({
    default: file.NotifyDialog,
  })),
);

const kept = [
  { kind: "saved", icon: iconBookmark },
  { kind: "reminders", icon: iconAlarm },
  { kind: "folders", icon: iconFolder },
] as const;

/** What may be begun, at the press of the plus. */
function NewButton({ onDialog }: Pick<ListPaneProps, "onDialog">) {
  const { t } = useTexts();
  const [spot, setSpot] = useState<MenuSpot | null>(null);
  return (
    <>
      <ToolButton
        icon={iconPlus}
        name={t("new.title")}
        tone="accent"
        size={34}
        aria-haspopup="menu"
        aria-expanded={spot !== null}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          setSpot({ left, top: bottom });
        }}
      />
      {spot !== null && (
        <Suspense fallback={null}>
          <NewMenu
            spot={spot}
            onChoose={onDialog}
            onClose={() => setSpot(null)}
          />
        </Suspense>
      )}
    </>
  );
}

function Heading({ onDialog }: Pick<ListPaneProps, "onDialog">) {
  const { t } = useTexts();
  return (
    <div className={styles["head"]}>
      <h1 className={styles["title"]}>{t("rail.chats")}</h1>
      {kept.map(({ kind, icon }) => (
        <ToolButton
          key={kind}
          icon={icon}
          name={t(`${kind}.title`)}
          size={34}
          onClick={() => onDialog(kind)}
        />
      ))}
      <NewButton onDialog={onDialog} />
    </div>
  );
}

interface SearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Goes to the first of what is found. */
  readonly onEnter: () => void;
}

function Search({ text, onText, onEnter }: SearchProps) {
  const { t } = useTexts();
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Escape") onText("");
    if (key === "Enter") onEnter();
  };
  return (
    <TextInput
      className={styles["search"]}
      type="search"
      aria-label={t("chats.search")}
      placeholder={t("chats.search")}
      leftSection={<Icon paths={iconSearch} size={16} />}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface RowMenusProps extends Pick<ListPaneProps, "onLeave"> {
  /** Asks to arrange the folders. */
  readonly onFolders: () => void;
  readonly menu: MenuPlace | null;
  readonly folders: readonly Folder[];
  readonly onClose: () => void;
}

/** The menu of a row, and what it leads to. */
function RowMenus({ menu, onLeave, ...more }: RowMenusProps) {
  const [notified, setNotified] = useState<Conversation | null>(null);
  return (
    <Suspense fallback={null}>
      {menu !== null && (
        <RowMenu
          place={menu}
          {...more}
          onLeave={onLeave}
          onNotify={setNotified}
        />
      )}
      {notified !== null && (
        <NotifyDialog
          conversation={notified}
          onClose={() => setNotified(null)}
        />
      )}
    </Suspense>
  );
}

/** The very same list while nothing of it changes. */
function useListed(
  all: readonly Conversation[],
  { filter, text }: ListQuery,
  openId: ConversationId | undefined,
): readonly Conversation[] {
  const { me } = useMessenger();
  const words = useNameWords();
  // The open one stays in these lists while it is read; in the others it changes nothing.
  const keptId =
    filter.kind === "unread" || filter.kind === "mentions" ? openId : undefined;
  return useMemo(
    () => listed(all, { filter, text }, { me: me.id, words, openId: keptId }),
    [all, filter, text, me.id, words, keptId],
  );
}

/** The list of conversations with its search and filters. */
export function ListPane({ openId, onDialog, onLeave }: ListPaneProps) {
  const { t } = useTexts();
  const { realtime, open } = useMessenger();
  const all = useStore(realtime.conversations);
  const [filter, setFilter] = useState<ListFilter>({ kind: "all" });
  const [text, setText] = useState("");
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const soughtText = useDeferredValue(text);
  const folders = useFolders();
  const shown = useListed(all, { filter, text: soughtText }, openId);
  const applications = useMemo(() => applicationsIn(all), [all]);
  const totals = useMemo(() => unreadTotals(all), [all]);
  const openFirst = () => {
    if (shown[0] === undefined) return;
    open(shown[0].id);
    setText("");
  };
  return (
    <section className={styles["pane"]} aria-label={t("chats.list")}>
      <Heading onDialog={onDialog} />
      <Search text={text} onText={setText} onEnter={openFirst} />
      <ListFilters
        filter={filter}
        folders={folders}
        applications={applications}
        totals={totals}
        onChoose={setFilter}
      />
      <ConversationList
        conversations={shown}
        openId={openId}
        isSearching={soughtText.trim() !== "" || filter.kind !== "all"}
        onMenu={setMenu}
      />
      <RowMenus
        menu={menu}
        folders={folders}
        onClose={() => setMenu(null)}
        onLeave={onLeave}
        onFolders={() => onDialog("folders")}
      />
    </section>
  );
}
