import type { RequestEndReason, RequestKind } from "@veche/contracts";

/** What is asked of the history; `any` asks nothing. */
export interface HistoryFilters {
  readonly text: string;
  readonly kind: RequestKind | "any";
  readonly endReason: RequestEndReason | "any";
}

export const noFilters: HistoryFilters = {
  text: "",
  kind: "any",
  endReason: "any",
};

export const isFiltering = ({
  text,
  kind,
  endReason,
}: HistoryFilters): boolean =>
  text.trim() !== "" || kind !== "any" || endReason !== "any";

/** As the contract wants them. */
export const queryOf = ({ text, kind, endReason }: HistoryFilters) => ({
  ...(text.trim() === "" ? {} : { text: text.trim() }),
  ...(kind === "any" ? {} : { kind }),
  ...(endReason === "any" ? {} : { endReason }),
});
