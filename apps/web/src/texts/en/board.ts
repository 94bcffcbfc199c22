import type { Catalogue } from "@veche/ui";

export const boardEn = {
  "rail.board": "Live board",
  "board.title": "Live board",
  "board.lead":
    "Who waits, who serves whom, and how the day goes. It renews itself every five seconds.",
  "board.threshold": "Waiting threshold",
  "board.seconds": "{seconds} s",
  "board.stale":
    "No word from the server. What you see is from {time}; it will be renewed by itself.",

  "board.now": "Now",
  "board.waiting": "Waiting",
  "board.ringing": {
    by: "count",
    one: "{count} of them is being offered to an operator",
    other: "{count} of them are being offered to operators",
  },
  "board.longest": "Longest wait",
  "board.calls": "Calls going on",
  "board.chats": "Chats going on",
  "board.free": "Available operators",
  "board.ofPresent": "of {count} at work",
  "board.alert.long": "Longer than the threshold of {seconds} s",
  "board.alert.unstaffed": "Customers wait and no operator is available",

  "board.queues": "Queues now and today",
  "board.queue": "Queue",
  "board.queue.unstaffed": "None of its operators is available",
  "board.queuesMeaning":
    "A request counts in the queue in which it stands now: one that was handed to another queue counts there.",
  "board.operators": "Operators",
  "board.byState": "Operators by state",
  "board.stateCount": "{state}: {count}",
  "board.column.operator": "Operator",
  "board.column.state": "State",
  "board.column.for": "For",
  "board.column.with": "Customer",
  "board.column.sessions": "Sessions today",
  "board.state.available": "Available",
  "board.state.offline": "Offline",
  "board.state.break": "On a break",
  "board.state.ringing": "Ringing",
  "board.state.in_call": "With a customer",
  "board.state.wrap_up": "Wrapping up",
  "board.state.not_responding": "Not responding",
  "board.noOperators": "No operator is at work",
  "board.noOperatorsAdvice":
    "Operators appear here when they become available on their Desk.",
  "board.help": "Asks for help",
  "board.listen": "Listen",
  "board.listenTo": "Listen to {operator} with {name}",
  "board.takeOver": "Take over",
  "board.takeOverOf": "Take over {name} from {operator}",
  "board.takeOverQuestion": "Take over {name}?",
  "board.takeOverAdvice":
    "You become the operator at once. {operator} leaves the conversation and is told so. The customer stays in the same call and chat.",
  "board.rest": {
    by: "count",
    one: "{count} more operator is offline and served nobody today.",
    other: "{count} more operators are offline and served nobody today.",
  },
  "board.sessionsMeaning":
    "Sessions today: calls and chats of today that the operator took part in, also those handed on and the operator's own calls to customers.",

  "board.today": "Today",
  "board.since": "Since {time} by the server's clock ({zone})",
  "board.figure.offered": "Offered",
  "board.figure.answered": "Answered",
  "board.figure.abandoned": "Abandoned",
  "board.figure.level": "Service level, {seconds} s",
  "board.figure.asa": "Average wait (ASA)",
  "board.figure.aht": "Average handling (AHT)",
  "board.figure.score": "Average rating",
  "board.figure.rated": "Rated",
  "board.figure.csat": "Satisfied customers (CSAT)",
  "board.figure.people": "Mean rating of the people",
  "board.figure.technology": "Mean rating of the technology",
  "board.ofFive": "{mean} of 5",
  "board.note.offered": "still waiting: {count}",
  "board.note.answered": "of them handled: {count}",
  "board.note.abandoned": "of all offered: {share}",
  "board.note.level":
    "answered within {seconds} s ÷ all answered: {inTime} of {answered}",
  "board.note.asa": "by the number of answered: {answered}",
  "board.note.aht": "of it wrap-up: {time}",
  "board.note.score": "ratings: {count}",
  "board.howCounted": "How these figures are counted",
  "board.meaning.offered":
    "Calls and chats that customers asked for since midnight: answered, abandoned and still waiting together. What was asked for before midnight and the calls operators made are left out.",
  "board.meaning.answered":
    "Those of the offered that an operator took. A session handed to another operator counts once. Handled are those whose session and wrap-up are over.",
  "board.meaning.abandoned":
    "Those of the offered that ended before an operator took them: the customer gave up, or was gone for too long. The share is abandoned ÷ offered, in per cent. Short waits are not taken out.",
  "board.meaning.level":
    "Answered after at most {seconds} s of waiting ÷ all answered, in per cent. Abandoned and still waiting are left out. Choose another threshold at the top of the page.",
  "board.meaning.asa":
    "The waits of the answered, from asking to the operator's acceptance, added up ÷ the number of answered. Waiting again while a session is handed on is left out.",
  "board.meaning.aht":
    "Session time (from acceptance to the end, hold and hand-over included) and wrap-up time of the handled, added up ÷ the number of handled. Sessions and wrap-ups going on are left out.",
  "board.meaning.score":
    "The mean of what customers gave the people, from 1 to 5, in the sessions that ended since midnight. Ratings of the technology and sessions without a rating are left out.",
  "board.meaning.rated":
    "Sessions that customers rated, the people, the technology or both.",
  "board.meaning.csat":
    "Ratings of 4 and 5 given to the people ÷ all ratings given to the people, in per cent. Ratings of the technology alone are left out.",
  "board.meaning.people":
    "The ratings given to the people, from 1 to 5, added up ÷ their number.",
  "board.meaning.technology":
    "The ratings given to the technology, from 1 to 5, added up ÷ their number.",

  "board.byHour": "Today by hour",
  "board.hour": "Hour from",
  "board.hour.offered": "Offered",
  "board.hour.answered": "Answered",
  "board.hour.abandoned": "Abandoned",
  "board.hour.waiting": "Still waiting",
  "board.hour.bar": "Picture of the numbers",
  "board.emptyDay": "No requests yet today",
  "board.emptyDayAdvice":
    "When a customer asks for a call or a chat, it is counted here in the hour it came in.",
} as const satisfies Catalogue;
