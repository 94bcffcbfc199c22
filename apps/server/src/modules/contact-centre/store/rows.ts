import type { Selectable } from "kysely";
import type {
  OffersTable,
  OperatorsTable,
  RequestsTable,
  WrapUpsTable,
  WrapUpTimesTable,
  TransfersTable,
} from "./tables.ts";

export type OperatorRow = Selectable<OperatorsTable>;
export type RequestRow = Selectable<RequestsTable>;
export type OfferRow = Selectable<OffersTable>;
export type WrapUpRow = Selectable<WrapUpsTable>;
export type TransferRow = Selectable<TransfersTable>;
export type WrapUpTimeRow = Selectable<WrapUpTimesTable>;
