import { StartRefusedError } from "../start-refused-error.ts";

/** What is wrong with one variable, and a value that would be right. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** The environment can't be used. The message lists every problem, so that one look is enough. */
export class ConfigError extends StartRefusedError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(
      ({ variable, message }) => `  ${variable}: ${message}`,
    );
    super(`The configuration can't be used:\n${lines.join("\n")}`);
    this.problems = problems;
  }
}
