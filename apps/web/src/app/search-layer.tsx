import { useNavigate } from "@tanstack/react-router";
import { iconSearch } from "@veche/ui";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Destination } from "../features/messenger/search/found-rows.ts";
import type { PagePlace } from "../features/messenger/search/use-found.ts";
import { Icon } from "../platform/kit/icon.tsx";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useMe } from "../platform/me.tsx";
import { useRest } from "../platform/services.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { chatsPath } from "./sections.ts";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

const SearchPalette = lazy(() =>
  import("../features/messenger/search/search-palette.tsx").then((file) => ({
    default: file.SearchPalette,
  })),
);

/** Goes to what was found; to a person: into the conversation with them. */
function useGoing(): (destination: Destination) => void {
  const texts = useTexts();
  const { realtime } = useWorkplace();
  const navigate = useNavigate();
  const open = (conversationId: string, seq: number | null) =>
    navigate({
      to: chatsPath,
      params: {
        conversationId,
        seq: seq === null ? undefined : String(seq),
      },
    });
  return (destination) => {
    const going =
      destination.kind === "conversation"
        ? open(destination.conversationId, destination.seq)
        : realtime
            .send("conversation.open_direct", { userId: destination.userId })
            .then(({ id }) => open(id, null));
    going.catch((failure: unknown) => notifyFailure(texts, failure));
  };
}

function OpenSearch({ onClose }: { readonly onClose: () => void }) {
  const me = useMe();
  const rest = useRest();
  const { realtime } = useWorkplace();
  const conversations = useStore(realtime.conversations);
  const go = useGoing();
  return (
    <Suspense fallback={null}>
      <SearchPalette
        source={{
          me,
          conversations,
          search: (text, after) =>
            rest("search", { query: { text, limit: 8, ...pageAfter(after) } }),
          people: async (text) => {
            const query = { text, limit: 6 };
            const { items } = await rest("findPeople", { query });
            return items.map(({ name }) => name);
          },
        }}
        onGo={go}
        onClose={onClose}
      />
    </Suspense>
  );
}

const pageAfter = (after: PagePlace | undefined) =>
  after && {
    kinds: after.kind,
    [`${after.kind}After` as const]: after.cursor,
  };

/** The search, on whatever page one is: by its button, and by Ctrl or Cmd with K. */
export function SearchLayer() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isAsked || event.shiftKey || event.code !== "KeyK") return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles["link"]}
        aria-keyshortcuts="Control+K Meta+K"
        title={t("search.keys")}
        onClick={() => setOpen(true)}
      >
        <Icon paths={iconSearch} size={22} />
        {t("search.button")}
      </button>
      {isOpen && <OpenSearch onClose={() => setOpen(false)} />}
    </>
  );
}
