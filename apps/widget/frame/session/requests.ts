import {
  isRetryable,
  type ClientId,
  type CustomerRequest,
  type Id,
  type NoticeOf,
  type RequestKind,
  type SendCommand,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Readable,
} from "@veche/realtime-client";
import type { EmitWidgetEvent, Memory, PageQueue } from "../../loader/face.ts";
import type { PageFacts } from "./powers.ts";
import { titleLimit, urlLimit } from "./visits.ts";

export interface RequestDeps {
  readonly send: SendCommand;
  readonly shared: Memory;
  /** Where the id of a request on its way is kept, so that asking again after a reload is the same request. */
  readonly askedKey: string;
  readonly queue: PageQueue;
  readonly newId: <Kind extends Id<string>>() => Kind;
  readonly page: () => PageFacts;
  readonly emit: EmitWidgetEvent;
}

export interface Requests {
  /** The customer's request, the last ended one included. */
  readonly current: Readable<CustomerRequest | null>;
  readonly take: (request: CustomerRequest | null) => void;
  readonly changed: (notice: NoticeOf<"my_request.changed">) => void;
  /** Asks to be served. An open request of this kind or one being served is the answer; another waiting one is replaced. */
  readonly ask: (kind: RequestKind) => Promise<CustomerRequest>;
  /** Asks again for a chat that was asked for when the line was cut: what was written must not lie unanswered. */
  readonly resume: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const isOpen = (
  request: CustomerRequest | null,
): request is CustomerRequest => request !== null && request.state !== "ended";

/** Did its operator put the call on hold? */
export const isOnHold = (request: CustomerRequest | null): boolean =>
  isOpen(request) && request.heldAt !== null;

/** Once served it may wait again: whoever served may have handed it over. */
const rankOf = ({ state, acceptedAt }: CustomerRequest): number =>
  state === "ended" ? 2 : state === "active" || acceptedAt !== null ? 1 : 0;

/** An acknowledgement may arrive after the notice of what happened next: a request never goes back. */
export function laterRequest(
  held: CustomerRequest | null,
  heard: CustomerRequest,
): CustomerRequest {
  if (held?.id === heard.id) return rankOf(heard) < rankOf(held) ? held : heard;
  return held !== null && held.createdAt > heard.createdAt ? held : heard;
}

/** One customer's requests, one open at most. */
export class RequestsOfCustomer implements Requests {
  readonly current = createStore<CustomerRequest | null>(null);
  readonly #deps: RequestDeps;

  constructor(deps: RequestDeps) {
    this.#deps = deps;
  }

  readonly take = (request: CustomerRequest | null): void =>
    this.current.set(request);

  readonly changed = ({ request }: { readonly request: CustomerRequest }) => {
    const before = this.current.get();
    const after = laterRequest(before, request);
    this.current.set(after);
    if (after.endReason !== null && isOpen(before))
      this.#deps.emit("request.ended", { reason: after.endReason });
  };

  readonly ask = async (kind: RequestKind): Promise<CustomerRequest> => {
    const open = this.current.get();
    if (isOpen(open)) {
      if (open.kind === kind || open.state === "active") return open;
      await this.cancel();
    }
    const request = await this.#create(kind);
    this.changed({ request });
    this.#deps.emit("request.started", { kind });
    return this.current.get() ?? request;
  };

  readonly resume = async (): Promise<void> => {
    const { shared, askedKey } = this.#deps;
    const isAsked = shared.read(askedKey)?.startsWith("chat ") === true;
    if (isAsked && !isOpen(this.current.get())) await this.ask("chat");
  };

  readonly cancel = async (): Promise<void> => {
    const open = this.current.get();
    if (!isOpen(open)) return;
    const request = await this.#deps.send("request.cancel", {
      requestId: open.id,
    });
    this.changed({ request });
  };

  readonly end = async (): Promise<void> => {
    const open = this.current.get();
    if (open?.state === "active")
      await this.#deps.send("request.end", { requestId: open.id });
    else await this.cancel();
  };

  async #create(kind: RequestKind): Promise<CustomerRequest> {
    const { send, page, shared, askedKey, queue } = this.#deps;
    const { url, title } = page();
    const params = {
      clientId: this.#clientIdFor(kind),
      kind,
      ...queue,
      pageUrl: url.slice(0, urlLimit),
      pageTitle: title.slice(0, titleLimit),
    };
    try {
      const request = await send("request.create", params);
      shared.remove(askedKey);
      return request;
    } catch (error) {
      const mayStillCome =
        error instanceof CommandError && isRetryable(error.code);
      if (!mayStillCome) shared.remove(askedKey);
      throw error;
    }
  }

  #clientIdFor(kind: RequestKind): ClientId {
    const { shared, askedKey, newId } = this.#deps;
    const [askedKind, asked] = (shared.read(askedKey) ?? "").split(" ");
    // Written by the lines below: this very widget's own id.
    if (askedKind === kind && asked !== undefined) return asked as ClientId;
    const clientId = newId<ClientId>();
    shared.write(askedKey, `${kind} ${clientId}`);
    return clientId;
  }
}
