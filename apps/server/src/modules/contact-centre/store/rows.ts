import type { Selectable } from "kysely";
import type { OffersTable, OperatorsTable, RequestsTable } from "./tables.ts";

export type OperatorRow = Selectable<OperatorsTable>;
export type RequestRow = Selectable<RequestsTable>;
export type OfferRow = Selectable<OffersTable>;
