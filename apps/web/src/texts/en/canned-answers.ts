import type { Catalogue } from "@veche/ui";

export const cannedAnswersEn = {
  "rail.cannedAnswers": "Canned answers",
  "canned.pageTitle": "Canned answers",
  "canned.lead":
    "Ready-made answers that operators insert into a chat with a customer. Nothing is sent before the operator sends it.",
  "canned.add": "Add an answer",
  "canned.empty": "No canned answers yet",
  "canned.emptyAdvice":
    "Write down what your operators type most often. They find it by a slash and its shortcut.",
  "canned.title": "Title",
  "canned.titleMissing": "Give it a title",
  "canned.shortcut": "Shortcut",
  "canned.shortcutHint": "Operators type it after a slash.",
  "canned.shortcutInvalid":
    "One word of letters, digits, hyphens and underscores",
  "canned.text": "Text",
  "canned.textHint":
    "Variables in double braces are filled in when the answer is inserted.",
  "canned.textMissing": "Write the answer",
  "canned.textTooLong": "No more than 4,000 characters fit",
  "canned.variableUnknown": "There is no variable {name}",
  "canned.variables": "Variables",
  "canned.variable.customer.name": "Customer's name",
  "canned.variable.operator.name": "Operator's name",
  "canned.variable.company": "Company",
  "canned.variable.page.title": "Title of the page",
  "canned.change": "Change",
  "canned.changeOf": "Change “{name}”",
  "canned.remove": "Remove",
  "canned.removeOf": "Remove “{name}”",
  "canned.removeQuestion": "Remove “{name}”?",
  "canned.removeAdvice":
    "Operators will no longer find this answer. What has been sent stays.",
  "canned.removed": "“{name}” is removed",
  "canned.open": "Canned answers",
  "canned.openHint": "Canned answers: type / in an empty message",
  "canned.search": "Find an answer",
  "canned.noneFound": "No such answer",
} as const satisfies Catalogue;
