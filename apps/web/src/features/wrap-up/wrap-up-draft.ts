import type { WrapUp, WrapUpFields } from "@veche/contracts";

/** What the form holds while it is filled in. */
export interface WrapUpDraft {
  readonly outcomeId: WrapUpFields["outcomeId"];
  readonly note: string;
  readonly followUp: string;
  /** Empty: no day was chosen. */
  readonly dueOn: string;
}

export const draftOf = (known: WrapUp | null): WrapUpDraft => ({
  outcomeId: known?.outcome?.id ?? null,
  note: known?.note ?? "",
  followUp: known?.followUp?.text ?? "",
  dueOn: known?.followUp?.dueOn ?? "",
});

/** The draft as it is sent; a day alone is nothing to be done. */
export function fieldsOf({
  outcomeId,
  note,
  followUp,
  dueOn,
}: WrapUpDraft): WrapUpFields {
  const text = followUp.trim();
  return {
    outcomeId,
    note: note.trim(),
    followUp: text === "" ? null : { text, dueOn: dueOn === "" ? null : dueOn },
  };
}

export const isSame = (one: WrapUpDraft, other: WrapUpDraft): boolean =>
  JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
