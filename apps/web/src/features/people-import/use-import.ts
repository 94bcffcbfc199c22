import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportReport, ListColumn } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import type { Rest } from "../../platform/rest/rest-client.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { guessed, toldAs, type Mapping } from "./mapping.ts";

interface List {
  readonly name: string;
  readonly bytes: Blob;
  readonly columns: readonly ListColumn[];
  readonly rowCount: number;
  readonly mapping: Mapping;
}

/** How far a list has come. */
export type Step =
  | { readonly kind: "choosing" }
  | { readonly kind: "matching"; readonly list: List }
  | {
      readonly kind: "checked";
      readonly list: List;
      readonly report: ImportReport;
    }
  | { readonly kind: "applied"; readonly report: ImportReport };

const first: Step = { kind: "choosing" };

async function readFile(rest: Rest, file: File): Promise<List> {
  // Browsers call the type of such files differently; the server knows one name.
  const bytes = new Blob([file], { type: "text/csv" });
  const found = await rest("readPeopleList", { file: bytes });
  const mapping = guessed(found.columns);
  return { name: file.name, bytes, mapping, ...found };
}

async function sendList(
  rest: Rest,
  list: List,
  how: { readonly apply: boolean },
) {
  const query = { ...how, columns: toldAs(list.mapping) };
  const report = await rest("importPeople", { query, file: list.bytes });
  return { list, report };
}

/** A list of people from a file to the report of what was done with it. */
export function useImport() {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const [step, setStep] = useState(first);
  const onError = (failure: unknown) => notifyFailure(texts, failure);
  const reading = useMutation({
    mutationFn: (file: File) => readFile(rest, file),
    onSuccess: (list) => setStep({ kind: "matching", list }),
    onError,
  });
  const checking = useMutation({
    mutationFn: (list: List) => sendList(rest, list, { apply: false }),
    onSuccess: (checked) => setStep({ kind: "checked", ...checked }),
    onError,
  });
  const applying = useMutation({
    mutationFn: (list: List) => sendList(rest, list, { apply: true }),
    onSuccess: ({ list, report }) => {
      setStep(
        // Somebody may have changed things since it was checked.
        report.isApplied
          ? { kind: "applied", report }
          : { kind: "checked", list, report },
      );
      return queries.invalidateQueries();
    },
    onError,
  });
  return {
    step,
    read: reading.mutate,
    check: checking.mutate,
    apply: applying.mutate,
    isBusy: reading.isPending || checking.isPending || applying.isPending,
    match: (list: List, mapping: Mapping) =>
      setStep({ kind: "matching", list: { ...list, mapping } }),
    back: (list: List) => setStep({ kind: "matching", list }),
    again: () => setStep(first),
  };
}

export type Importing = ReturnType<typeof useImport>;
