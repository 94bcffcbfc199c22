import { hash, verify } from "@node-rs/argon2";
import { AppError } from "./app-error.ts";

/** OWASP's parameters for argon2id, the library's own kind: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each takes a core for some 20 ms and 19 MiB; more at once would stall everything else. */
const MAX_RUNNING = 2;
const MAX_WAITING = 100;

/** Hashes passwords with argon2id, a few at a time. Refuses with `server.unavailable` when too many wait. */
export interface PasswordHash {
  make(password: string): Promise<string>;
  /** With no hash to compare with, the same work is done and the answer is no. */
  fits(password: string, hashed: string | undefined): Promise<boolean>;
}

/** Stands where a user has no password yet: no password fits, until an administrator sets one. */
export const NO_PASSWORD = "!";

export function createPasswordHash(): PasswordHash {
  const limited = createQueue();
  let nobodys: Promise<string> | undefined;
  return {
    make: (password) => limited(() => hash(password, cost)),
    async fits(password, hashed) {
      nobodys ??= hash("nobody has this password", cost);
      const known = hashed === NO_PASSWORD ? undefined : hashed;
      const compared = known ?? (await nobodys);
      const isRight = await limited(() => verify(compared, password));
      return isRight && known !== undefined;
    },
  };
}

function createQueue(): <Result>(
  work: () => Promise<Result>,
) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= MAX_RUNNING) {
      if (waiting.length >= MAX_WAITING)
        throw new AppError("server.unavailable", { retryAfterMs: 2000 });
      // Whoever finishes hands its place over; `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
