import {
  commandEndpoint,
  commandNames,
  socketCommands,
  type DeviceId,
} from "@veche/contracts";
import type { Route } from "../http/route.ts";
import type { Ids } from "../ids.ts";
import type { AnyCommandHandler, CommandHandlers } from "./command.ts";

export interface CommandDoorDeps {
  readonly handlers: CommandHandlers;
  readonly ids: Ids;
}

/** Every command that needs no socket as `POST /api/v1/commands/<name>`: the same handler decides, whatever the door. */
export function commandDoor({
  handlers,
  ids,
}: CommandDoorDeps): readonly Route[] {
  return commandNames
    .filter((name) => !socketCommands.has(name))
    .flatMap((name) => {
      // The route's body is held against this command's own schema before the call.
      const handler = handlers[name] as AnyCommandHandler | undefined;
      if (handler === undefined) return [];
      const route: Route = {
        endpoint: commandEndpoint(name),
        handle: ({ principal, actor, body }) =>
          handler(
            {
              principal,
              actor,
              // Nothing of what these commands do belongs to a device or a line.
              deviceId: ids.next<DeviceId>(),
              connectionId: ids.next(),
            },
            body,
          ),
      };
      return [route];
    });
}
