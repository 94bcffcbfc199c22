import { beforeAll } from "vitest";

/** A program of the system that tests drive for real. */
interface Need {
  /** Of Debian's package. */
  readonly name: string;
  readonly isThere: boolean;
}

/** Where the program is missing its tests fail with the line that brings it; none passes by being skipped. */
export function needsProgram({ name, isThere }: Need): void {
  beforeAll(() => {
    if (isThere) return;
    throw new Error(
      `This test needs ${name}. As root: apt-get install -y --no-install-recommends ${name}`,
    );
  });
}
