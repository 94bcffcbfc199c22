import type { BiTables } from "@veche/contracts";
import { days } from "./days.ts";
import { offers, turns, wrapUps } from "./parts-of-sessions.ts";
import { callQuality, ratings } from "./ratings-and-quality.ts";
import { sessions } from "./sessions.ts";

/** The one place where it is said what each column of each view means; the views themselves are made by a migration. */
export const dictionary: BiTables = {
  schema: "bi",
  role: "veche_bi",
  tables: [days, sessions, offers, turns, wrapUps, ratings, callQuality],
};
