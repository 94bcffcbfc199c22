import type { Application, UserMatching } from "@veche/contracts";
import { areOrigins, originsOf } from "../../platform/origins.ts";

/** What the form of an application holds; addresses as typed, one per line. */
export interface ApplicationDraft {
  readonly name: string;
  readonly key: string;
  readonly origins: string;
  readonly matchUsersBy: UserMatching;
  readonly webhookUrl: string;
}

export const draftOf = (
  application: Application | undefined,
): ApplicationDraft => ({
  name: application?.name ?? "",
  key: application?.key ?? "",
  origins: application?.origins.join("\n") ?? "",
  matchUsersBy: application?.matchUsersBy ?? "email",
  webhookUrl: application?.webhookUrl ?? "",
});

const keyPattern = /^[a-z][a-z0-9-]{1,39}$/;

export type ApplicationProblems = Partial<
  Record<
    keyof ApplicationDraft,
    | "apps.nameMissing"
    | "apps.keyInvalid"
    | "sites.originsInvalid"
    | "apps.webhookInvalid"
  >
>;

/** Which hosts may be posted to, the server says. */
const isWebhook = (address: string): boolean =>
  address === "" ||
  ["https:", "http:"].includes(URL.parse(address)?.protocol ?? "");

export const problemsOf = (draft: ApplicationDraft): ApplicationProblems => ({
  ...(draft.name.trim() === "" && { name: "apps.nameMissing" }),
  ...(!keyPattern.test(draft.key.trim()) && { key: "apps.keyInvalid" }),
  ...(!areOrigins(originsOf(draft.origins)) && {
    origins: "sites.originsInvalid",
  }),
  ...(!isWebhook(draft.webhookUrl.trim()) && {
    webhookUrl: "apps.webhookInvalid",
  }),
});

/** As the contract wants it; the key goes with a new one only. */
export const fieldsOf = (draft: ApplicationDraft) => ({
  name: draft.name.trim(),
  origins: originsOf(draft.origins),
  matchUsersBy: draft.matchUsersBy,
  webhookUrl: draft.webhookUrl.trim() === "" ? null : draft.webhookUrl.trim(),
});
