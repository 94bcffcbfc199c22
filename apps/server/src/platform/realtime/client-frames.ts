import {
  ClientFrame,
  commands,
  type ClientFrame as Frame,
  type CommandName,
} from "@veche/contracts";
import {
  createInputCheck,
  type InputCheck,
  type InputIssue,
} from "../input-check.ts";

/**
 * What a text of a client is: a frame · a command whose number can be read but not the rest, so that its sender
 * is answered · nothing that this protocol knows.
 */
export type ReadFrame =
  | { readonly kind: "frame"; readonly frame: Frame }
  | {
      readonly kind: "bad_command";
      readonly id: number;
      readonly issues: readonly InputIssue[];
    }
  | { readonly kind: "junk" };

const checkFrame = createInputCheck(ClientFrame);
const junk: ReadFrame = { kind: "junk" };

export function readClientFrame(text: string): ReadFrame {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return junk;
  }
  const issues = checkFrame(value);
  // The check has just established the shape.
  if (issues.length === 0) return { kind: "frame", frame: value as Frame };
  if (typeof value !== "object" || value === null) return junk;
  const isCommand = "t" in value && value.t === "command";
  if (!isCommand || !("id" in value)) return junk;
  const { id } = value;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0
    ? { kind: "bad_command", id, issues }
    : junk;
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Checks of the commands' parameters, each compiled at its first use. */
export function createParamsChecks(): (name: CommandName) => InputCheck {
  const checks = new Map<CommandName, InputCheck>();
  return (name) => {
    const check = checks.get(name) ?? createInputCheck(commands[name].params);
    checks.set(name, check);
    return check;
  };
}
