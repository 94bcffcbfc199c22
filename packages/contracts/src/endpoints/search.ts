import { Type } from "typebox";
import { ConversationIdSchema, PrincipalIdSchema } from "../ids.ts";
import { SearchAnswer, SearchCursor } from "../search.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

export const searchEndpoints = {
  /**
   * Messages and files of conversations I am in, people, conversations and objects. The text may hold filters:
   * `from:anna in:sales before:2026-03-01 after:2026-01-31 has:file has:picture has:link mentions:me "a phrase" -not`.
   * Names with spaces stand in quotes: `in:"Sales north"`. Days are days of UTC; `before` and `after` leave the day
   * itself out. The last word counts as begun unless a space follows it.
   */
  search: endpoint({
    method: "GET",
    path: "/api/v1/search",
    tag: "Search",
    summary: "Search messages, files, people, conversations and objects",
    access: { kind: "user" },
    query: closed({
      text: Type.String({ maxLength: 300 }),
      /** Words of `searchKinds` with commas between; all without it. */
      kinds: Type.Optional(Type.String({ pattern: "^[a-z]+(,[a-z]+){0,4}$" })),
      /** The same as `in:` and `from:`, for who knows the id. */
      conversationId: Type.Optional(ConversationIdSchema),
      authorId: Type.Optional(PrincipalIdSchema),
      messagesAfter: Type.Optional(SearchCursor),
      filesAfter: Type.Optional(SearchCursor),
      limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
    }),
    status: 200,
    response: SearchAnswer,
    errors: [],
  }),
} as const;
