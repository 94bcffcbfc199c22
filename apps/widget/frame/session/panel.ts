import { createStore, type Readable } from "@veche/realtime-client";
import type { FrameHost } from "../../loader/face.ts";

export interface Panel {
  readonly isOpen: Readable<boolean>;
  readonly open: () => void;
  readonly close: () => void;
  /** What the next page of the site opens on. */
  readonly remember: (view: "home" | "chat") => void;
  readonly remembered: "home" | "chat";
}

/** Open or closed; a tab keeps it open from one page of the site to the next. */
export function createPanel(
  host: Pick<FrameHost, "tab" | "emit">,
  key: string,
): Panel {
  const kept = host.tab.read(key);
  const isOpen = createStore(kept !== null);
  let view: "home" | "chat" = kept === "chat" ? "chat" : "home";
  return {
    isOpen,
    open() {
      if (isOpen.get()) return;
      host.tab.write(key, view);
      isOpen.set(true);
      host.emit("opened", {});
    },
    close() {
      if (!isOpen.get()) return;
      host.tab.remove(key);
      isOpen.set(false);
      host.emit("closed", {});
    },
    remember(next) {
      view = next;
      if (isOpen.get()) host.tab.write(key, view);
    },
    remembered: view,
  };
}
