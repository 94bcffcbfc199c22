import type { Mention } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { checkMentions } from "../domain/mentions.ts";
import { tidyBody } from "../domain/message-body.ts";

const refusals = {
  blank: "must hold something to read",
  too_long: "must be at most 8000 characters long",
} as const;

/** A text and whom it names, as they are kept. Refuses `request.invalid`. */
export function said({
  body: typed,
  mentions = [],
}: {
  readonly body: string;
  readonly mentions?: readonly Mention[];
}): { readonly body: string; readonly mentions: readonly Mention[] } {
  const tidy = tidyBody(typed);
  if (!tidy.ok) throw invalid("/body", refusals[tidy.reason]);
  const checked = checkMentions(tidy.body, mentions);
  if (!checked.ok)
    throw invalid("/mentions", "must stand over words of the body, apart");
  return { body: tidy.body, mentions: checked.mentions };
}

const invalid = (path: string, message: string) =>
  new AppError("request.invalid", { issues: [{ path, message }] });
