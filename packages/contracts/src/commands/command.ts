import type { TSchema } from "typebox";
import { closed } from "../shapes.ts";

export interface CommandContract {
  readonly params: TSchema;
  readonly result: TSchema;
}

export const Nothing = closed({});
