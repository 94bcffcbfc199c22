import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type {
  ConversationId,
  LibraryRecording,
  OpenedRecording,
  RecordingId,
} from "@veche/contracts";
import { endOfDay } from "../../platform/day-instants.ts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { recordingKey, recordingsKey } from "./recordings-key.ts";

/** What is looked for among the recordings. */
export interface RecordingFilters {
  readonly name: string;
  readonly conversationId: ConversationId | null;
  /** The last day they began on, `2026-01-31`; empty: today. */
  readonly untilDay: string;
  readonly isHeld: boolean;
}

export const noFilters: RecordingFilters = {
  name: "",
  conversationId: null,
  untilDay: "",
  isHeld: false,
};

const lookEveryMs = 3_000;

const isUnderWay = ({ state }: Pick<LibraryRecording, "state">): boolean =>
  state === "recording" || state === "preparing";

/** Recordings I may watch, the newest first, page by page. */
export function useRecordings({
  name,
  conversationId,
  untilDay,
  isHeld,
}: RecordingFilters) {
  const rest = useRest();
  const query = {
    ...(name.trim() !== "" && { name: name.trim() }),
    ...(conversationId !== null && { conversationId }),
    ...(isHeld && ({ held: "only" } as const)),
  };
  const first = endOfDay(untilDay);
  return useInfiniteQuery({
    queryKey: [...recordingsKey, "list", query, first],
    queryFn: ({ pageParam, signal }) =>
      rest("listRecordings", {
        query: { ...query, ...(pageParam !== null && { before: pageParam }) },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: ({ hasMore, recordings }) =>
      hasMore ? (recordings.at(-1)?.startedAt ?? null) : null,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.recordings.some(isUnderWay)) ===
      true
        ? lookEveryMs
        : false,
  });
}

const isBusy = ({ recording, compositions }: OpenedRecording): boolean =>
  isUnderWay(recording) ||
  compositions.some(({ state }) => state === "waiting" || state === "working");

/** One recording; looked at again and again while something of it is being made. */
export function useRecording(recordingId: RecordingId) {
  const rest = useRest();
  return useQuery({
    queryKey: recordingKey(recordingId),
    queryFn: ({ signal }) =>
      rest("openRecording", { params: { recordingId }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isBusy(data) ? lookEveryMs : false,
  });
}

/** Does something to a recording, says that it is done, and shows it as it is then. */
export function useActOn<Params>(
  act: (params: Params) => Promise<unknown>,
  { done, onDone }: { readonly done: string; readonly onDone?: () => void },
) {
  const texts = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      notifyDone(texts, done);
      onDone?.();
    },
    onError: (failure) => notifyFailure(texts, failure),
    onSettled: () => queries.invalidateQueries({ queryKey: recordingsKey }),
  });
}
