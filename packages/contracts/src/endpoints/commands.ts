import { commands, type CommandName } from "../commands.ts";
import { endpoint, type Endpoint } from "./endpoint.ts";

/**
 * Commands that speak for the socket they come over: a seat in a call, an operator's ring, what a screen looks at.
 * Over REST they would have no line to belong to.
 */
export const socketCommands: ReadonlySet<CommandName> = new Set([
  "call.start",
  "call.join",
  "call.signal",
  "call.prepare",
  "call.set_media",
  "call.set_connection",
  "call.report_quality",
  "floor.point",
  "floor.caption",
  "lobby.knock",
  "offer.accept",
  "customer.call",
  "presence.watch",
  "presence.report",
  "probe.open",
  "probe.close",
]);

/**
 * A command of the socket over REST: the same parameters, rights, answer and idempotence. For programs that write into
 * conversations without keeping a socket open.
 */
export const commandEndpoint = (name: CommandName): Endpoint =>
  endpoint({
    method: "POST",
    path: `/api/v1/commands/${name}`,
    tag: "Commands",
    summary: `The socket's command ${name}`,
    access: { kind: "principal" },
    body: commands[name].params,
    status: 200,
    response: commands[name].result,
    errors: [
      "conversation.not_found",
      "request.not_found",
      "request.conflict",
      "server.unavailable",
    ],
  });
