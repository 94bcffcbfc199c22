import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { ConferenceId } from "@veche/contracts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const conferencesKey = ["conferences"] as const;
/** What others planned meanwhile shows itself by then. */
const renewedEveryMs = 30_000;

/** What takes place between two local days; that of the days before stays until the new is there. */
export function useOccurrences(from: Date, to: Date) {
  const rest = useRest();
  const query = { from: from.toISOString(), to: to.toISOString() };
  return useQuery({
    queryKey: [...conferencesKey, "occurrences", query],
    queryFn: ({ signal }) => rest("listOccurrences", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: renewedEveryMs,
  });
}

export function useRooms() {
  const rest = useRest();
  return useQuery({
    queryKey: [...conferencesKey, "rooms"],
    queryFn: () => rest("listConferenceRooms", {}),
    refetchInterval: renewedEveryMs,
  });
}

export function useConference(conferenceId: ConferenceId) {
  const rest = useRest();
  return useQuery({
    queryKey: [...conferencesKey, "one", conferenceId],
    queryFn: () => rest("getConference", { params: { conferenceId } }),
    refetchInterval: renewedEveryMs,
  });
}

/** The address for other calendar programs. */
export function useFeed() {
  const rest = useRest();
  return useQuery({
    queryKey: [...conferencesKey, "feed"],
    queryFn: () => rest("getCalendarFeed", {}),
  });
}

/** Whether people are reminded of what begins soon. */
export function useReminders() {
  const rest = useRest();
  return useQuery({
    queryKey: [...conferencesKey, "reminders"],
    queryFn: () => rest("getConferenceReminders", {}),
  });
}

/** Lets the server change conferences; the calendar is asked for anew. */
export function useChange({
  onDone,
  done,
}: {
  readonly onDone?: () => void;
  /** Said when it worked. */
  readonly done?: string;
}) {
  const texts = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      if (done !== undefined) notifyDone(texts, done);
      onDone?.();
      await queries.invalidateQueries({ queryKey: conferencesKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}
