import type { Conference, ConferenceId, Occurrence } from "@veche/contracts";

/** What stands open over the calendar. */
export type CalendarDialog =
  | { readonly kind: "nothing" }
  /** The address for other calendar programs. */
  | { readonly kind: "feed" }
  /** A new one, from `wall` on the clock here. */
  | {
      readonly kind: "plan";
      readonly wall: string;
      readonly durationMinutes: number;
    }
  | {
      readonly kind: "show";
      readonly conferenceId: ConferenceId;
      /** The one that was pressed; undefined by a link or for a room. */
      readonly occurrence: Occurrence | undefined;
    }
  | { readonly kind: "change"; readonly conference: Conference }
  | {
      readonly kind: "move";
      readonly conference: Conference;
      readonly occurrence: Occurrence;
    }
  | { readonly kind: "cancel"; readonly conference: Conference }
  | {
      readonly kind: "skip";
      readonly occurrence: Occurrence;
    };

export const nothingOpen: CalendarDialog = { kind: "nothing" };
