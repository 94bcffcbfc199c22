import type {
  Call,
  CallId,
  CallParticipant,
  CallSeat,
  ConversationId,
  IceConfiguration,
  Notice,
  ErrorCode,
  PrincipalId,
  QualitySample,
} from "@veche/contracts";

/** The server's part of one call of two, in memory: enough of it to test a client against. */
export interface CallRoom {
  readonly callId: CallId;
  /** A socket of one of the two; a second one of the same person stands beside the first. */
  readonly attach: (
    principalId: PrincipalId,
    tell: (notice: Notice) => void,
  ) => Attached;
  readonly call: () => Call;
}

export interface Attached {
  /** Settles like the server's acknowledgement; throws `Refused`. */
  readonly command: (name: string, params: unknown) => unknown;
  readonly detach: () => void;
}

/** A refusal with the contract's code. */
class Refused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

interface Socket {
  readonly principalId: PrincipalId;
  readonly tell: (notice: Notice) => void;
}

/* The parameters of call commands by name, as loosely as a model needs them. */
interface LooseParams {
  readonly joinId: never;
  readonly toJoinId: never;
  readonly signal: never;
  readonly mediaState: CallParticipant["media"];
  readonly state: "live" | "lost";
  readonly samples: readonly QualitySample[];
}

export interface CallRoomOptions {
  readonly callId: CallId;
  /** The polite side first. */
  readonly principalIds: readonly [PrincipalId, PrincipalId];
  readonly nowMs: () => number;
  readonly ice?: IceConfiguration;
}

const holdMs = 60_000;
const iceLifeMs = 600_000;

class Room implements CallRoom {
  readonly callId: CallId;
  readonly #options: CallRoomOptions;
  readonly #sockets = new Set<Socket>();
  #call: Call;

  constructor(options: CallRoomOptions) {
    this.#options = options;
    this.callId = options.callId;
    const [polite] = options.principalIds;
    this.#call = {
      id: options.callId,
      conversationId: options.callId as string as ConversationId, // any identifier will do
      requestId: null,
      media: "video",
      kind: "pair",
      topology: "p2p",
      roomId: null,
      state: "ringing",
      callerId: polite,
      participants: options.principalIds.map((principalId) => ({
        principalId,
        kind: principalId === polite ? "customer" : "user",
        name: principalId === polite ? "Customer" : "Operator",
        state: "invited",
        joinId: null,
        deviceId: null,
        isPolite: principalId === polite,
        media: { microphone: false, camera: false, screen: false },
        heldUntil: null,
      })),
      createdAt: this.#instant(),
      liveAt: null,
      endedAt: null,
      endReason: null,
      revision: 1,
    };
  }

  readonly call = (): Call => this.#call;

  readonly attach = (
    principalId: PrincipalId,
    tell: (notice: Notice) => void,
  ): Attached => {
    const socket = { principalId, tell };
    this.#sockets.add(socket);
    return {
      command: (name, params) =>
        this.#command(socket, name, params as LooseParams), // the client's types made them
      detach: () => {
        this.#sockets.delete(socket);
        const heldUntil = this.#instant(holdMs);
        if (this.#of(principalId)?.joinId !== null)
          this.#change(principalId, { state: "reconnecting", heldUntil });
      },
    };
  };

  #command(socket: Socket, name: string, params: LooseParams): unknown {
    const { principalId } = socket;
    if (this.#call.state === "ended" && name !== "call.end")
      throw new Refused("call.ended");
    switch (name) {
      case "call.join":
        return this.#join(principalId, params);
      case "call.signal":
        this.#relay(principalId, params);
        return {};
      case "call.set_media":
        this.#change(principalId, { media: params.mediaState });
        return {};
      case "call.set_connection":
        this.#setConnection(principalId, params.state);
        return {};
      case "call.report_quality":
        this.#passOn(principalId, params.samples);
        return {};
      case "call.renew_ice":
        return this.#ice();
      case "call.end":
        this.#end();
        return {};
      default:
        throw new Refused("request.unknown_command");
    }
  }

  #join(
    principalId: PrincipalId,
    { joinId, mediaState }: LooseParams,
  ): CallSeat {
    const isSame = this.#of(principalId)?.joinId === joinId;
    const state = isSame && this.#call.liveAt !== null ? "live" : "joining";
    this.#change(principalId, {
      state,
      joinId,
      media: mediaState,
      heldUntil: null,
    });
    return { call: this.#call, ice: this.#ice() };
  }

  #relay(principalId: PrincipalId, { toJoinId, signal }: LooseParams): void {
    const fromJoinId = this.#of(principalId)?.joinId ?? null;
    const to = this.#call.participants.find(
      ({ joinId }) => joinId === toJoinId,
    );
    if (to === undefined || fromJoinId === null) return;
    const notice = {
      type: "call.signalled",
      callId: this.callId,
      fromJoinId,
      toJoinId,
      signal,
    } as const;
    for (const socket of this.#sockets)
      if (socket.principalId === to.principalId) socket.tell(notice);
  }

  #passOn(principalId: PrincipalId, samples: LooseParams["samples"]): void {
    const sample = samples.at(-1);
    if (sample === undefined) return;
    this.#tellOthers(principalId, {
      type: "call.quality_reported",
      callId: this.callId,
      principalId,
      sample,
    });
  }

  #setConnection(principalId: PrincipalId, state: "live" | "lost"): void {
    if (state === "lost") {
      this.#change(principalId, {
        state: "reconnecting",
        heldUntil: this.#instant(holdMs),
      });
      return;
    }
    this.#change(principalId, { state: "live", heldUntil: null });
    const isLive = this.#call.participants.every((one) => one.state === "live");
    if (isLive && this.#call.liveAt === null)
      this.#publish({ state: "active", liveAt: this.#instant() });
  }

  #end(): void {
    if (this.#call.state === "ended") return;
    this.#publish({
      state: "ended",
      endedAt: this.#instant(),
      endReason: "hung_up",
    });
  }

  #of(principalId: PrincipalId): CallParticipant | undefined {
    return this.#call.participants.find(
      (one) => one.principalId === principalId,
    );
  }

  #change(principalId: PrincipalId, change: Partial<CallParticipant>): void {
    const participants = this.#call.participants.map((one) =>
      one.principalId === principalId ? { ...one, ...change } : one,
    );
    this.#publish({ participants });
  }

  #publish(change: Partial<Call>): void {
    this.#call = {
      ...this.#call,
      ...change,
      revision: this.#call.revision + 1,
    };
    for (const { tell } of this.#sockets)
      tell({ type: "call.changed", call: this.#call });
  }

  #tellOthers(principalId: PrincipalId, notice: Notice): void {
    for (const socket of this.#sockets)
      if (socket.principalId !== principalId) socket.tell(notice);
  }

  #ice(): IceConfiguration {
    return (
      this.#options.ice ?? {
        iceServers: [],
        expiresAt: this.#instant(iceLifeMs),
      }
    );
  }

  #instant(afterMs = 0): string {
    return new Date(this.#options.nowMs() + afterMs).toISOString();
  }
}

/** A room where a call rings between two people. */
export const createCallRoom = (options: CallRoomOptions): CallRoom =>
  new Room(options);
