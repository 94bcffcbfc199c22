import type { ErrorCode, Language } from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Readable,
} from "@veche/realtime-client";
import type { Memory } from "../../loader/face.ts";
import type { Visit, VisitAsked, WidgetHttp } from "./http.ts";
import type { PageFacts } from "./powers.ts";

/** `none`: this browser never turned to the company, and nothing was asked of the server. */
export type VisitState =
  | { readonly kind: "none" }
  | { readonly kind: "starting" }
  | { readonly kind: "ready"; readonly visit: Visit }
  | { readonly kind: "failed"; readonly code: ErrorCode };

export interface VisitDeps {
  readonly startVisit: WidgetHttp["startVisit"];
  readonly siteKey: string;
  readonly tokenKey: string;
  readonly shared: Memory;
  readonly language: () => Language;
  readonly page: () => PageFacts;
  /** Runs `task` while no other tab of the site runs one: two tabs opened at once must become one customer. */
  readonly alone: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

export interface Visits {
  readonly state: Readable<VisitState>;
  /** The visit, begun if need be; the same one for all who ask. */
  readonly begin: () => Promise<Visit>;
  /** Begins anew as the person the token names. */
  readonly identify: (identityToken: string) => Promise<Visit>;
  /** The token is no longer taken by the server: the next `begin` is a new visitor. */
  readonly forget: () => void;
}

/** Lengths of the contract, characters. */
export const urlLimit = 2000;
export const titleLimit = 300;

/** One visit at a time; an answer that a later wish overtook is dropped. */
export class VisitsOfPage implements Visits {
  readonly state = createStore<VisitState>({ kind: "none" });
  readonly #deps: VisitDeps;
  #beginning: Promise<Visit> | null = null;

  constructor(deps: VisitDeps) {
    this.#deps = deps;
  }

  readonly begin = (): Promise<Visit> => this.#beginning ?? this.#start(null);

  readonly identify = (identityToken: string): Promise<Visit> =>
    this.#start(identityToken);

  readonly forget = (): void => {
    this.#beginning = null;
    this.#deps.shared.remove(this.#deps.tokenKey);
    this.state.set({ kind: "none" });
  };

  #start(identityToken: string | null): Promise<Visit> {
    if (this.state.get().kind !== "ready") this.state.set({ kind: "starting" });
    const asking = this.#deps
      .alone(() => this.#ask(identityToken))
      .then(
        (visit) => {
          if (this.#beginning === asking)
            this.state.set({ kind: "ready", visit });
          return visit;
        },
        (error: unknown) => {
          if (this.#beginning === asking) this.#failed(error);
          throw error;
        },
      );
    this.#beginning = asking;
    return asking;
  }

  #failed(error: unknown): void {
    this.#beginning = null;
    const code = error instanceof CommandError ? error.code : "server.failed";
    this.state.set({ kind: "failed", code });
  }

  async #ask(identityToken: string | null): Promise<Visit> {
    const { shared, tokenKey, siteKey, language, page, startVisit } =
      this.#deps;
    const visitorToken = shared.read(tokenKey);
    const { url, title } = page();
    const asked: VisitAsked = {
      siteKey,
      language: language(),
      pageUrl: url.slice(0, urlLimit),
      pageTitle: title.slice(0, titleLimit),
      ...(visitorToken === null ? {} : { visitorToken }),
      ...(identityToken === null ? {} : { identityToken }),
    };
    const visit = await startVisit(asked);
    shared.write(tokenKey, visit.visitorToken);
    return visit;
  }
}
