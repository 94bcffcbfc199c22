import type { Catalogue } from "@veche/ui";

export const queuesEn = {
  "rail.queues": "Queues",
  "queues.title": "Queues",
  "queues.lead":
    "Where customers wait, which operators are rung for them, and when calls are taken.",
  "queues.name": "Name",
  "queues.defaultOf":
    "{name}: customers come here unless their page says otherwise",
  "queues.add": "Add a queue",
  "queues.open": "Open the queue",
  "queues.operators": "Operators",
  "queues.operatorsHint": "Only they are rung for this queue.",
  "queues.everyOperator": "Every operator",
  "queues.noOperator": "No such operator",
  "queues.priority": "Priority",
  "queues.priorityHint":
    "From 9 to 1: customers of a queue with a higher one are served first.",
  "queues.strategy": "Who is rung",
  "queues.strategy.longest_idle": "Whoever has been free the longest",
  "queues.strategy.round_robin": "All in turn",
  "queues.strategy.fewest_sessions":
    "Whoever had the fewest sessions in eight hours",
  "queues.sticky": "Customers who come again",
  "queues.stickyHint": "Their last operator, when free, is rung first.",
  "queues.notSticky": "As any other",
  "queues.stickyFor": {
    by: "count",
    one: "To their last operator within {count} day",
    other: "To their last operator within {count} days",
  },
  "queues.tellsSupervision": "Tell customers when a supervisor listens",
  "queues.tellsSupervisionHint":
    "Customers see a line during the call. A supervisor who joins it is always shown.",
  "queues.overflow": "When nobody here is free",
  "queues.overflowHint": "Operators of another queue are rung too.",
  "queues.noOverflow": "Customers wait",
  "queues.overflowAfter": "How soon",
  "queues.atOnce": "At once",
  "queues.afterWaiting": "After the customer has waited {time}",
  "queues.archive": "Archive",
  "queues.archiveOf": "Archive {name}",
  "queues.archiveQuestion": "Archive the queue {name}?",
  "queues.archiveAdvice":
    "Nobody can be handed to it any more, and pages that send visitors there send them to the default queue. Whoever waits there now is served, and its name stays in the history and in reports.",
  "queues.archived": "The queue {name} is archived",
  "queues.snippet":
    "To send a page's visitors here, add this to the snippet on the page:",
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
