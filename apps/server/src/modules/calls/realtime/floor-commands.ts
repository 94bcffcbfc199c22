import type {
  CommandHandler,
  CommandContext,
  CommandHandlers,
} from "../../../platform/realtime/command.ts";
import type { CommandName, CommandParams } from "@veche/contracts";
import type { CallPowers } from "../powers.ts";
import { admitToCall, refuseFromCall } from "../use-cases/keep-door.ts";
import {
  lowerHandOf,
  removeFromCall,
  setRules,
  showToAll,
  silenceOf,
} from "../use-cases/keep-order.ts";
import {
  askToPutOn,
  caption,
  point,
  react,
} from "../use-cases/speak-in-call.ts";
import { obeySilence, showHand } from "../use-cases/take-the-floor.ts";
import { knock, leaveLobby } from "../use-cases/wait-in-lobby.ts";

/** The socket's commands that begin with `floor.` and `lobby.`. */
export function floorCommands(powers: CallPowers): CommandHandlers {
  const done =
    <Name extends CommandName>(
      work: (
        powers: CallPowers,
        context: CommandContext,
        params: CommandParams<Name>,
      ) => Promise<void>,
    ) =>
    async (context: CommandContext, params: CommandParams<Name>) => {
      await work(powers, context, params);
      return {};
    };
  return {
    "floor.raise_hand": done<"floor.raise_hand">(showHand),
    "floor.lower_hand": done<"floor.lower_hand">(lowerHandOf),
    "floor.react": done<"floor.react">(react),
    "floor.silence": done<"floor.silence">(silenceOf),
    "floor.silenced": done<"floor.silenced">(obeySilence),
    "floor.ask": done<"floor.ask">(askToPutOn),
    "floor.remove": done<"floor.remove">(removeFromCall),
    "floor.set_rules": done<"floor.set_rules">(setRules),
    "floor.spotlight": done<"floor.spotlight">(showToAll),
    "floor.point": done<"floor.point">(point),
    "floor.caption": done<"floor.caption">(caption),
    "lobby.admit": done<"lobby.admit">(admitToCall),
    "lobby.refuse": done<"lobby.refuse">(refuseFromCall),
    "lobby.knock": knocking(powers),
    "lobby.leave": async ({ principal }, { conversationId }) => {
      await leaveLobby(powers, conversationId, principal.id);
      return {};
    },
  };
}

/** Members stand before the doors of their conversations; whoever comes by a link is brought by those who let them. */
const knocking =
  (powers: CallPowers): CommandHandler<"lobby.knock"> =>
  async ({ principal, connectionId }, { conversationId }) => {
    await powers.chats.requireMember(conversationId, principal.id);
    const state = await knock(powers, {
      conversationId,
      principalId: principal.id,
      name: principal.name,
      isGuest: principal.kind !== "user",
      connectionId,
    });
    return { state };
  };
