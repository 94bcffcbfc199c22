import {
  isFrameWord,
  isScheme,
  type FrameSays,
  type PageSays,
  type Scheme,
} from "../face.ts";

/** What the element takes of the page it stands in. */
export interface ElementPowers {
  readonly fetch: typeof fetch;
  /** Where this script came from: the server. Null where nobody can tell. */
  readonly scriptUrl: string | null;
}

/**
 * `<veche-conversation application="erp" object="order/42" token-url="/veche-token?order=42">`: the conversation about
 * an object, in a frame of the server's own. `token-url` answers with a token as text or as `{"token"}`; or the page sets `token`.
 * Attributes: `language` (`ru`, `en`; else the page's own), `theme` (`auto`, `light`, `dark`), `server` (else where the
 * script came from). Events, which rise through the page: `veche-opened`, `veche-refused` with `detail.code`,
 * `veche-unread` with `detail.count`.
 */
export abstract class VecheConversation extends HTMLElement {
  protected abstract readonly powers: ElementPowers;
  static readonly observedAttributes = [
    "application",
    "object",
    "server",
    "token-url",
    "language",
    "theme",
  ];
  #frame: HTMLIFrameElement | undefined;
  #token: string | null = null;

  /** A token that the page has at hand; used once, then `token-url` is asked. */
  set token(token: string | null) {
    this.#token = token;
  }

  connectedCallback(): void {
    addEventListener("message", this.#hear);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame === undefined) return;
    if (name === "language")
      this.#say({ veche: "language", language: this.#language() });
    else if (name === "theme")
      this.#say({ veche: "theme", theme: this.#theme() });
    else if (name === "token-url") return;
    else this.#open();
  }

  #open(): void {
    this.#frame?.remove();
    const application = this.getAttribute("application");
    const server = this.#server();
    if (application === null || server === null) return;
    const frame = document.createElement("iframe");
    frame.src = `${server}/embed/${encodeURIComponent(application)}?language=${this.#language()}&theme=${this.#theme()}`;
    frame.title = this.getAttribute("object") ?? application;
    frame.style.cssText =
      "display:block;inline-size:100%;block-size:100%;min-block-size:320px;border:0";
    this.#frame = frame;
    this.append(frame);
  }

  #server(): string | null {
    const named = this.getAttribute("server") ?? this.powers.scriptUrl;
    return named === null ? null : new URL(named, document.baseURI).origin;
  }

  #language(): "ru" | "en" {
    const named =
      this.getAttribute("language") ?? document.documentElement.lang;
    return named.startsWith("ru") ? "ru" : "en";
  }

  #theme(): Scheme {
    const named = this.getAttribute("theme");
    return isScheme(named) ? named : "auto";
  }

  readonly #hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== this.#frame?.contentWindow) return;
    if (origin !== this.#server() || !isFrameWord(data)) return;
    this.#take(data);
  };

  #take(word: FrameSays): void {
    switch (word.veche) {
      case "token-wanted":
        this.#bringToken();
        return;
      case "opened":
        this.#tell("veche-opened", {});
        return;
      case "refused":
        this.#tell("veche-refused", { code: word.code });
        return;
      case "unread":
        this.#tell("veche-unread", { count: word.count });
    }
  }

  #tell(name: string, detail: Readonly<Record<string, unknown>>): void {
    this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true }),
    );
  }

  #bringToken(): void {
    void this.#freshToken().then((token) =>
      this.#say(
        token === null ? { veche: "no-token" } : { veche: "token", token },
      ),
    );
  }

  async #freshToken(): Promise<string | null> {
    const given = this.#token ?? this.getAttribute("token");
    this.#token = null;
    this.removeAttribute("token");
    if (given !== null) return given;
    const address = this.getAttribute("token-url");
    if (address === null) return null;
    return this.powers
      .fetch(address, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((text) => (text === null ? null : tokenIn(text)))
      .catch(() => null);
  }

  #say(word: PageSays): void {
    const server = this.#server();
    if (server !== null) this.#frame?.contentWindow?.postMessage(word, server);
  }
}

/** The answer of `token-url`: the token itself, or `{"token": "…"}`. */
function tokenIn(text: string): string | null {
  if (!text.startsWith("{")) return text.trim();
  const answer: unknown = JSON.parse(text);
  return typeof answer === "object" &&
    answer !== null &&
    "token" in answer &&
    typeof answer.token === "string"
    ? answer.token
    : null;
}
