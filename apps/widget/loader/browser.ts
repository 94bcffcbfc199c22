import type { WidgetSettings } from "@veche/contracts";
import type { FrameModule } from "./face.ts";
import { createMemory } from "./memory.ts";
import type { LoaderPowers } from "./start.ts";

/** The file of the chat part beside the loader; the build writes its hashed name here. */
declare const __CHAT_FILE__: string;

/** The browser's powers: the only place of the loader that takes them from the global object. */
export function browserPowers(scriptUrl: string): LoaderPowers {
  const wait = (delayMs: number) =>
    // eslint-disable-next-line veche/powers-passed-in -- the loader's edge: here the power is taken
    new Promise<void>((resolve) => setTimeout(resolve, delayMs));
  return {
    page: document,
    shared: createMemory(() => localStorage),
    tab: createMemory(() => sessionStorage),
    // eslint-disable-next-line no-console -- the site's developer reads the console; there is no other way to tell them
    report: (message, cause) => console.warn(`Veche: ${message}`, cause ?? ""),
    async readSettings(url) {
      // eslint-disable-next-line veche/powers-passed-in -- the loader's edge: here the power is taken
      const answer = await fetch(url, { credentials: "omit" });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`settings: ${answer.status}`);
      // The server's own serializer holds this shape to the contract.
      return (await answer.json()) as WidgetSettings;
    },
    // The module beside this file exports exactly the face.
    importFrame: () =>
      import(
        /* @vite-ignore */ new URL(__CHAT_FILE__, scriptUrl).href
      ) as Promise<FrameModule>,
    wait,
    async whenIdle() {
      if (document.readyState !== "complete") {
        await new Promise((resolve) => {
          addEventListener("load", resolve, { once: true });
        });
      }
      // Safari has no idle callback yet.
      if (typeof requestIdleCallback === "undefined") await wait(200);
      else
        await new Promise((resolve) =>
          requestIdleCallback(resolve, { timeout: 3000 }),
        );
    },
  };
}
