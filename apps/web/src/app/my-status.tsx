import { Popover } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Picture } from "../platform/kit/picture.tsx";
import { useMe } from "../platform/me.tsx";
import { useNow } from "../platform/now.ts";
import { PresenceMark } from "../platform/people/presence-mark.tsx";
import { presenceWords } from "../platform/people/presence-words.ts";
import { usePresence } from "../platform/people/use-presence.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

const StatusForm = lazy(() =>
  import("../features/profile/status-form.tsx").then((file) => ({
    default: file.StatusForm,
  })),
);

/** What I am seen as, on every page; a press changes it. */
export function MyStatus() {
  const texts = useTexts();
  const me = useMe();
  const { realtime, presences } = useWorkplace();
  const [isOpen, setOpen] = useState(false);
  const nowMs = useNow(30_000);
  const presence = usePresence(me.id);
  const words = presenceWords(texts, presence, nowMs);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="right-end"
      withinPortal
      trapFocus
      shadow="md"
      width={290}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles["link"]}
          title={words}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles["statusMark"]}>
            <Picture name={me.name} id={me.id} personId={me.id} size={28} />
            <PresenceMark userId={me.id} />
          </span>
          {texts.t("rail.status")}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <StatusForm
            presence={presences.of(me.id)}
            onSet={(status) => realtime.send("status.set", status)}
            onDone={() => setOpen(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
