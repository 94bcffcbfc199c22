import { people, type PersonName } from "./clients/people.ts";
import type { Person } from "./clients/person.ts";
import {
  signIn,
  visit,
  type Place,
  type Visitor,
  type VisitOptions,
} from "./clients/sign-in.ts";
import {
  startServer,
  type ServerProcess,
  type ServerProcessOptions,
} from "./server/server-process.ts";

/** A whole installation with its demo company, and whoever a test puts into it. */
export interface World extends AsyncDisposable {
  readonly server: ServerProcess;
  readonly baseUrl: string;
  /** Signs one of the demo company's people in; the line is live when it settles. */
  readonly user: (name: PersonName, place?: Partial<Place>) => Promise<Person>;
  /** A new customer on the shop's page; the line is live when it settles. */
  readonly customer: (
    options?: VisitOptions,
    place?: Partial<Place>,
  ) => Promise<Visitor>;
}

export async function startWorld(
  options: ServerProcessOptions = {},
): Promise<World> {
  const server = await startServer(options);
  const { baseUrl } = server;
  const present = new Set<Person>();
  const enter = async <P extends Person>(person: P): Promise<P> => {
    present.add(person);
    person.line.start();
    await person.live();
    return person;
  };
  return {
    server,
    baseUrl,
    user: async (name, place = {}) =>
      enter(await signIn({ baseUrl, ...place }, people[name])),
    customer: async (visitOptions = {}, place = {}) =>
      enter(await visit({ baseUrl, ...place }, visitOptions)),
    async [Symbol.asyncDispose]() {
      for (const person of present) person[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}
