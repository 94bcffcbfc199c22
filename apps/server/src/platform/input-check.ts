import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";

/** Where an input is wrong and what was expected there. */
export interface InputIssue {
  /** JSON pointer from the checked value; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

/** Says what is wrong with a value; an empty list means that it fits. Changes nothing in it. */
export type InputCheck = (value: unknown) => readonly InputIssue[];

const MAX_ISSUES = 20;
const fits: readonly InputIssue[] = [];

/**
 * Compiles a schema once, for REST and for the socket alike, and when it is first asked: a start has hundreds of them
 * and needs none.
 */
export function createInputCheck(schema: TSchema): InputCheck {
  let compiled: Validator | undefined;
  return (value) => {
    const validator = (compiled ??= Compile(schema));
    if (validator.Check(value)) return fits;
    const issues = validator
      .Errors(value)
      .slice(0, MAX_ISSUES)
      .map(({ instancePath, message }) => ({ path: instancePath, message }));
    // The list must never be empty for a value that does not fit: emptiness means "fits".
    return issues.length > 0 ? issues : [{ path: "", message: "is not valid" }];
  };
}
