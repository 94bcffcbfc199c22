import type { Catalogue } from "@veche/ui";

export const reportsEn = {
  "rail.reports": "Reports",
  "reports.title": "Reports",
  "reports.lead":
    "What customers asked for over days and what became of it, by the formulas of the live board.",
  "reports.save": "Save as CSV",
  "reports.range": "Days",
  "reports.range.today": "Today",
  "reports.range.yesterday": "Yesterday",
  "reports.range.week": "Last 7 days",
  "reports.range.month": "Last 30 days",
  "reports.range.thisMonth": "This month",
  "reports.range.lastMonth": "Last month",
  "reports.range.own": "From and to",
  "reports.from": "From",
  "reports.to": "To",
  "reports.wrongDays":
    "Choose two days, the second not before the first and at most a year later.",
  "reports.by": "Group by",
  "reports.by.day": "Day",
  "reports.by.weekday": "Day of the week",
  "reports.by.hour": "Hour of the day",
  "reports.by.queue": "Queue",
  "reports.by.operator": "Operator",
  "reports.abandonedShare": "Abandoned, share",
  "reports.level": "Within {seconds} s",
  "reports.asa": "ASA",
  "reports.aht": "AHT",
  "reports.longestWait": "Longest wait",
  "reports.inSeconds": "{figure}, s",
  "reports.total": "Together",
  "reports.nobody": "No operator came",
  "reports.zone":
    "By the clocks of {zone}. A session counts where it came in; with several operators, for the last.",
  "reports.empty": "Nobody asked for anything on these days",
  "reports.emptyAdvice": "Choose other days.",
} as const satisfies Catalogue;
