import { VecheConversation, type ElementPowers } from "./veche-conversation.ts";

/** A script of type `module` is nobody's `currentScript`: it is found in the page. */
const script =
  document.currentScript ??
  document.querySelector('script[src*="/embed/veche-conversation.js"]');
const scriptUrl = script instanceof HTMLScriptElement ? script.src : null;

class Element extends VecheConversation {
  protected readonly powers: ElementPowers = {
    fetch: fetch.bind(globalThis),
    scriptUrl,
  };
}

if (customElements.get("veche-conversation") === undefined)
  customElements.define("veche-conversation", Element);
