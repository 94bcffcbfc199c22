import type { Catalogue } from "@veche/ui";

export const queuesEn = {
  "rail.queues": "Queues",
  "queues.title": "Queues",
  "queues.lead":
    "Where customers wait for an operator, and when their calls are taken.",
  "queues.name": "Name",
  "queues.byHours": "By working hours",
  "queues.byHoursHint":
    "At other times customers are told when calls are taken again, and may write.",
  "queues.week": "Working hours",
  "queues.noDay":
    "Switch on at least one day, or turn the working hours off altogether.",
  "queues.holidays": "Days off",
  "queues.holiday": "Day off",
  "queues.addHoliday": "Add a day off",
  "queues.removeHoliday": "Remove {day}",
} as const satisfies Catalogue;
