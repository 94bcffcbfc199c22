import { Type } from "typebox";
import { UserIdSchema } from "../ids.ts";
import { Presence, presenceStates, StatusText } from "../people.ts";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

/** Whose presence one connection may look at: what a screen shows, not the whole company. */
export const MAX_WATCHED_PEOPLE = 500;

export const peopleCommands = {
  /**
   * From now on this connection is told (`presence.changed`) about these people and no others: each call replaces
   * the list of the one before. It ends with the connection.
   */
  "presence.watch": {
    params: closed({
      userIds: Type.Array(UserIdSchema, {
        maxItems: MAX_WATCHED_PEOPLE,
        uniqueItems: true,
      }),
    }),
    result: closed({ presences: Type.Array(Presence) }),
  },
  /**
   * Whether somebody touches this device. A new connection counts as touched; when none of a person's connections
   * is, the person is away.
   */
  "presence.report": {
    params: closed({ isActive: Type.Boolean() }),
    result: Nothing,
  },
  /**
   * What I want to be seen as. `online` leaves it to the server: online, away or offline as it finds me. A moment in
   * the past is refused.
   */
  "status.set": {
    params: closed({
      state: oneOf(presenceStates),
      text: nullable(StatusText),
      until: nullable(Instant),
    }),
    result: Presence,
  },
} as const satisfies Record<string, CommandContract>;
