/** What an invited person says of coming; `open`: nothing yet. */
export const conferenceAnswers = ["open", "yes", "maybe", "no"] as const;
export type ConferenceAnswer = (typeof conferenceAnswers)[number];

/** Who may show a screen. */
export const presenterKinds = ["everybody", "organisers"] as const;
export type PresenterKind = (typeof presenterKinds)[number];

/** As iCalendar names them, the week beginning on Monday. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];
