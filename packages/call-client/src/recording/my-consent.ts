import type {
  PrincipalId,
  Recording,
  RecordingPurpose,
} from "@veche/contracts";

/** What I have said to a recording: nothing yet, yes to these purposes, or no. */
export type MyConsent =
  | { readonly kind: "asked" }
  | { readonly kind: "given"; readonly purposes: readonly RecordingPurpose[] }
  | { readonly kind: "not_given" };

/** Null: I have not been asked. */
export function myConsentIn(
  { people }: Pick<Recording, "people">,
  myId: PrincipalId,
): MyConsent | null {
  const me = people.find(({ principalId }) => principalId === myId);
  if (me === undefined) return null;
  const purposes = me.consents
    .filter(({ answer }) => answer === "given")
    .map(({ purpose }) => purpose);
  if (purposes.length > 0) return { kind: "given", purposes };
  return {
    kind: me.consents.some(({ answer }) => answer === "asked")
      ? "asked"
      : "not_given",
  };
}
