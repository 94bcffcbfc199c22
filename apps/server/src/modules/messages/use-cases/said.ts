import type { Mention } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { checkMentions } from "../domain/mentions.ts";
import type { Cargo } from "../domain/message-command.ts";
import { tidyBody } from "../domain/message-body.ts";

const refusals = {
  blank: "must hold something to read",
  too_long: "must be at most 8000 characters long",
} as const;

/** A text and whom it names, as they are kept. Refuses `request.invalid`. */
export function said({
  body: typed,
  mentions = [],
  cargo = null,
}: {
  readonly body: string;
  readonly mentions?: readonly Mention[];
  /** With something else to see a message needs no words. */
  readonly cargo?: Cargo | null;
}): { readonly body: string; readonly mentions: readonly Mention[] } {
  const tidy = tidyBody(typed);
  if (!tidy.ok && tidy.reason === "blank" && cargo !== null)
    return { body: "", mentions: [] };
  if (!tidy.ok) throw invalid("/body", refusals[tidy.reason]);
  const checked = checkMentions(tidy.body, mentions);
  if (!checked.ok)
    throw invalid("/mentions", "must stand over words of the body, apart");
  return { body: tidy.body, mentions: checked.mentions };
}

const invalid = (path: string, message: string) =>
  new AppError("request.invalid", { issues: [{ path, message }] });
