import { createStore, type Readable } from "@veche/realtime-client";
import type { FrameHost } from "../../loader/face.ts";

export interface Panel {
  readonly isOpen: Readable<boolean>;
  readonly open: () => void;
  readonly close: () => void;
}

/** Open or closed; a tab keeps it open from one page of the site to the next. */
export function createPanel(
  host: Pick<FrameHost, "tab" | "emit">,
  key: string,
): Panel {
  const isOpen = createStore(host.tab.read(key) !== null);
  return {
    isOpen,
    open() {
      if (isOpen.get()) return;
      host.tab.write(key, "open");
      isOpen.set(true);
      host.emit("opened", {});
    },
    close() {
      if (!isOpen.get()) return;
      host.tab.remove(key);
      isOpen.set(false);
      host.emit("closed", {});
    },
  };
}
