import { browserPowers } from "./browser.ts";
import type { QueuedCall } from "./calls.ts";
import { readOptions } from "./options.ts";
import { startLoader } from "./start.ts";
import type { VecheFace } from "./veche-face.ts";

declare global {
  interface Window {
    Veche?: VecheFace | QueuedCall<VecheFace>[];
  }
}

/** A module-less script knows itself only while it runs; a page's bundler may have moved it into a module. */
const script =
  document.currentScript ??
  document.querySelector("script[data-site][src*='loader.js']");
const queued = window.Veche;

// Inserted twice (a tag manager and the page): the first stays, so there is one launcher.
if (
  script instanceof HTMLScriptElement &&
  (queued === undefined || Array.isArray(queued))
) {
  const powers = browserPowers(script.src);
  const result = readOptions({ src: script.src, attributes: script.dataset });
  if (result.ok) {
    const face = startLoader(result.options, powers);
    window.Veche = face;
    for (const call of queued ?? []) face.push(call);
  } else {
    powers.report(
      result.reason === "no-site"
        ? "the snippet needs data-site"
        : "the snippet needs an absolute address",
    );
  }
}
