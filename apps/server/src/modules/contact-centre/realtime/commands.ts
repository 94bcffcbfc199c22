import type { CommandHandlers } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { acceptOffer, declineOffer } from "../use-cases/answer-offer.ts";
import { askHelp, withdrawHelp } from "../use-cases/ask-help.ts";
import { callCustomer } from "../use-cases/call-customer.ts";
import { createRequest } from "../use-cases/create-request.ts";
import { hold, resume } from "../use-cases/hold.ts";
import { leaveRequest, takeBack } from "../use-cases/keep-request.ts";
import { cancelRequest, finishRequest } from "../use-cases/leave-request.ts";
import { setOperatorState } from "../use-cases/set-operator-state.ts";
import { extendWrapUp, saveWrapUp } from "../use-cases/wrap-up.ts";
import { supervise } from "../use-cases/supervise.ts";
import { takeOver } from "../use-cases/take-over.ts";
import { transferRequest } from "../use-cases/transfer-request.ts";

/**
 * The socket's commands of the contact centre. `settled` is told after each, done or refused: rows a command held
 * may have been passed over by the router meanwhile.
 */
export function centreCommands(
  powers: Powers,
  settled: () => void,
): CommandHandlers {
  const thenSettle = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } finally {
      settled();
    }
  };
  return {
    "operator.set_state": (context, params) =>
      thenSettle(setOperatorState(powers, context, params)),
    "request.create": (context, params) =>
      thenSettle(createRequest(powers, context, params)),
    "request.cancel": (context, { requestId }) =>
      thenSettle(cancelRequest(powers, context, requestId)),
    "request.end": async (context, { requestId }) => {
      await thenSettle(finishRequest(powers, context, requestId));
      return {};
    },
    "request.transfer": (context, params) =>
      thenSettle(transferRequest(powers, context, params)),
    ...withinSession(powers),
    "request.take_over": (context, params) =>
      thenSettle(takeOver(powers, context, params)),
    "request.take_back": (context, { requestId }) =>
      thenSettle(takeBack(powers, context, requestId)),
    "request.leave": async (context, { requestId }) => {
      await thenSettle(leaveRequest(powers, context, requestId));
      return {};
    },
    "offer.accept": (context, params) =>
      thenSettle(acceptOffer(powers, context, params)),
    "offer.decline": async (context, { offerId }) => {
      await thenSettle(declineOffer(powers, context, offerId));
      return {};
    },
    "customer.call": (context, params) =>
      thenSettle(callCustomer(powers, context, params)),
    "wrap_up.save": (context, params) =>
      thenSettle(saveWrapUp(powers, context, params)),
    "wrap_up.extend": (context, params) =>
      thenSettle(extendWrapUp(powers, context, params)),
  };
}

/** What an operator or a supervisor says within a session; who is next does not change by it. */
const withinSession = (powers: Powers): CommandHandlers => ({
  "request.hold": (context, { requestId }) => hold(powers, context, requestId),
  "request.resume": (context, { requestId }) =>
    resume(powers, context, requestId),
  "request.supervise": (context, params) => supervise(powers, context, params),
  "request.ask_help": (context, params) => askHelp(powers, context, params),
  "request.withdraw_help": (context, { requestId }) =>
    withdrawHelp(powers, context, requestId),
});
