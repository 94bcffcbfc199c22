import { Type, type Static } from "typebox";
import type { CommandName, CommandParams, CommandResult } from "./commands.ts";
import { ListedConversation } from "./conversations.ts";
import type { TimelineEvent } from "./timeline.ts";
import { deviceClasses } from "./device-access.ts";
import type { ErrorCode } from "./errors.ts";
import {
  ID_PATTERN,
  ConversationIdSchema,
  DeviceIdSchema,
  PrincipalIdSchema,
  type ConversationId,
} from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  oneOf,
  Seq,
} from "./shapes.ts";
import type { Notice } from "./notices.ts";
import { RoleSchema } from "./principals.ts";

/** Who the socket speaks for. */
export const Me = Type.Union([
  closed({
    kind: Type.Literal("user"),
    id: PrincipalIdSchema,
    name: DisplayName,
    roles: Type.Array(RoleSchema),
    language: LanguageSchema,
    /** What the server takes this device for (C10). */
    device: oneOf(deviceClasses),
  }),
  closed({
    kind: oneOf(["customer", "guest"]),
    id: PrincipalIdSchema,
    name: DisplayName,
    language: LanguageSchema,
  }),
]);
export type Me = Static<typeof Me>;

// A pattern schema by hand: a record keyed by a branded schema would accept any key and any value.
const Cursors = Type.Unsafe<Record<ConversationId, number>>({
  type: "object",
  patternProperties: { [ID_PATTERN]: Seq },
  additionalProperties: false,
});

/** A moment of the list of conversations, for the server alone to read. */
const ListVersion = Type.String({ pattern: "^[0-9]{1,18}$" });

/**
 * First frame of every connection. `cursors`: the last position held of each conversation the client keeps.
 * `epoch`: what the last `welcome` said; another one means the server's history is another (restored from a backup)
 * and every position is void. `listVersion`: what the last `welcome` said, by a client that still holds its whole list
 * and what it was told of it since.
 */
export const Hello = closed({
  t: Type.Literal("hello"),
  protocol: Type.Integer({ minimum: 1 }),
  deviceId: DeviceIdSchema,
  epoch: Type.Optional(Type.String({ maxLength: 64 })),
  cursors: Cursors,
  listVersion: Type.Optional(ListVersion),
});
export type Hello = Static<typeof Hello>;

/**
 * `id` numbers commands within the connection. `params` are checked against the command's own schema, so that
 * a refusal names the field.
 */
export const CommandFrame = closed({
  t: Type.Literal("command"),
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  name: Type.String({ maxLength: 60 }),
  params: Type.Unknown(),
});

export const PingFrame = closed({ t: Type.Literal("ping") });

export const ClientFrame = Type.Union([Hello, CommandFrame, PingFrame]);
export type ClientFrame = Static<typeof ClientFrame>;

/** Answer to `hello`: then come the gaps, then `live`. */
export const Welcome = closed({
  t: Type.Literal("welcome"),
  protocol: Type.Integer(),
  epoch: Type.String(),
  me: Me,
  serverTime: Instant,
  listVersion: ListVersion,
  /**
   * The conversations I am in, the newest first; `headSeq` tells what is missing. To a client that named its version
   * only those that have changed since.
   */
  conversations: Type.Array(ListedConversation),
  /** Those I am in as well, as the client holds them. Absent: none. */
  unchanged: Type.Optional(Type.Array(ConversationIdSchema)),
  /** So many more follow in `list` frames before anything else comes. Absent: these are all. */
  restCount: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type Welcome = Static<typeof Welcome>;

export type ServerFrame =
  | Welcome
  /** More of the list that `welcome` began: thousands of conversations in one frame would hold up everything else. */
  | {
      readonly t: "list";
      readonly conversations: readonly ListedConversation[];
    }
  /** Consecutive events of one log. Live ones come one or a few at a time, a gap's in pages. */
  | {
      readonly t: "events";
      readonly conversationId: ConversationId;
      readonly events: readonly TimelineEvent[];
    }
  /** The gap is too long to send: drop what you hold of this log and read it anew by REST; events go on after `headSeq`. */
  | {
      readonly t: "reset";
      readonly conversationId: ConversationId;
      readonly headSeq: number;
    }
  /** All gaps were sent: from here on everything is as it happens. */
  | { readonly t: "live" }
  | { readonly t: "notice"; readonly notice: Notice }
  | { readonly t: "ack"; readonly id: number; readonly result: unknown }
  | {
      readonly t: "error";
      readonly id: number;
      readonly code: ErrorCode;
      readonly retryAfterMs?: number;
      readonly issues?: readonly {
        readonly path: string;
        readonly message: string;
      }[];
      readonly reference?: string;
    }
  | { readonly t: "pong" };

/** Sends a command and settles with its result or rejects with its code. */
export type SendCommand = <Name extends CommandName>(
  name: Name,
  params: CommandParams<Name>,
) => Promise<CommandResult<Name>>;
