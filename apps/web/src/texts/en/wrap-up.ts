import type { Catalogue } from "@veche/ui";

export const wrapUpEn = {
  "rail.wrapUp": "Wrap-up",
  "wrapUp.title": "Wrap-up",
  "wrapUp.left": "Nobody rings you for {time}",
  "wrapUp.more": "More time",
  "wrapUp.over":
    "The time is over: the next customer may ring. You can still fill this in.",
  "wrapUp.outcome": "Outcome",
  "wrapUp.note": "Note",
  "wrapUp.noteHint": "What it was about and what you agreed on",
  "wrapUp.addFollowUp": "Add a follow-up",
  "wrapUp.followUp": "Follow-up",
  "wrapUp.followUpHint": "What is still to be done",
  "wrapUp.dueOn": "Due",
  "wrapUp.due": "Due on {date}",
  "wrapUp.nothing": "Nothing has been written down yet.",
  "wrapUp.fill": "Fill in",
  "wrapUp.change": "Change",
  "wrapUp.rulesTitle": "Wrap-up",
  "wrapUp.rulesLead":
    "What operators do after each customer: how much time they have and which outcomes they choose from.",
  "wrapUp.seconds": "Time after each customer",
  "wrapUp.secondsHint":
    "No customer rings the operator during it. 0 turns it off.",
  "wrapUp.secondsSuffix": " s",
  "wrapUp.outcomes": "Outcomes",
  "wrapUp.outcomesHint":
    "Operators see them in their own language. One you remove stays in the history where it was chosen.",
  "wrapUp.in.ru": "In Russian",
  "wrapUp.in.en": "In English",
  "wrapUp.addOutcome": "Add an outcome",
  "wrapUp.remove": "Remove “{name}”",
} as const satisfies Catalogue;
