import type {
  Actor,
  CommandName,
  CommandParams,
  CommandResult,
  DeviceId,
} from "@veche/contracts";
import type { Principal } from "../principal.ts";

/** Who sent a command and over which line. */
export interface CommandContext {
  readonly principal: Principal;
  readonly deviceId: DeviceId;
  /** Names the socket: a seat in a call belongs to it. */
  readonly connectionId: string;
  readonly actor: Actor;
}

/** Settles after the commit, or throws `AppError`. */
export type CommandHandler<Name extends CommandName> = (
  context: CommandContext,
  params: CommandParams<Name>,
) => Promise<CommandResult<Name>>;

/** A handler whose parameters were checked by name. */
export type AnyCommandHandler = (
  context: CommandContext,
  params: unknown,
) => Promise<unknown>;

/** The commands a module answers; `app/` merges all modules' and fails when one is missing or doubled. */
export type CommandHandlers = {
  readonly [Name in CommandName]?: CommandHandler<Name>;
};
