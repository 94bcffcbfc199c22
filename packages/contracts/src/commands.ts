import type { Static } from "typebox";
import { callCommands } from "./commands/calls.ts";
import { contactCentreCommands } from "./commands/contact-centre.ts";
import { conversationCommands } from "./commands/conversations.ts";
import { floorCommands } from "./commands/floor.ts";
import { messageCommands } from "./commands/messages.ts";
import { probeCommands } from "./commands/probes.ts";
import { peopleCommands } from "./commands/people.ts";
import { ratingCommands } from "./commands/ratings.ts";
import { recordingCommands } from "./commands/recordings.ts";

export { CallSeat } from "./commands/calls.ts";
export { PROBE_LIFETIME_MS } from "./commands/probes.ts";
export { MAX_WATCHED_PEOPLE } from "./commands/people.ts";

/**
 * Every command of the socket. Each is acknowledged after its transaction is committed, or refused with a
 * code of the error registry. Those with a `clientId` are idempotent by it; the others by their nature:
 * the same one again finds the work done and answers as the first time.
 */
export const commands = {
  ...conversationCommands,
  ...messageCommands,
  ...contactCentreCommands,
  ...callCommands,
  ...floorCommands,
  ...peopleCommands,
  ...probeCommands,
  ...recordingCommands,
  ...ratingCommands,
} as const;

export type CommandName = keyof typeof commands;
export type CommandParams<Name extends CommandName> = Static<
  (typeof commands)[Name]["params"]
>;
export type CommandResult<Name extends CommandName> = Static<
  (typeof commands)[Name]["result"]
>;
// Object.keys forgets the key type; the object above is closed.
export const commandNames = Object.keys(commands) as CommandName[];
