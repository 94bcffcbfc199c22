import {
  conversationEndpoints,
  userEndpoints,
  type ConversationId,
  type UserId,
} from "@veche/contracts";
import {
  createPerson,
  signIn,
  type Person,
  type World,
} from "@veche/test-world";
import type { Random } from "../random.ts";

export interface CrewMember {
  readonly userId: UserId;
  readonly login: string;
  /** Every device of one user holds its own line. */
  readonly devices: readonly Person[];
  readonly conversationIds: readonly ConversationId[];
}

export interface Crew extends Disposable {
  readonly members: readonly CrewMember[];
  readonly conversationIds: readonly ConversationId[];
  /** Who made each group, and shows people in and out. */
  readonly owners: ReadonlyMap<ConversationId, CrewMember>;
}

export interface CrewOptions {
  readonly userCount: number;
  readonly devicesPerUser: number;
  readonly conversationCount: number;
  readonly membersPerConversation: number;
}

const usualCrew: CrewOptions = {
  userCount: 20,
  devicesPerUser: 2,
  conversationCount: 8,
  membersPerConversation: 12,
};

const password = "a long enough password 1";
let crewNumber = 0;

/** Hires users, puts them into groups and connects their devices: all lines are live when it settles. */
export async function assembleCrew(
  world: World,
  random: Random,
  options: CrewOptions = usualCrew,
): Promise<Crew> {
  const {
    userCount,
    devicesPerUser,
    conversationCount,
    membersPerConversation,
  } = options;
  crewNumber += 1;
  const admin = await world.user("admin");
  const users: {
    readonly userId: UserId;
    readonly login: string;
    readonly first: Person;
  }[] = [];
  for (let index = 0; index < userCount; index += 1) {
    const login = `crew-${crewNumber}-${index}`;
    const user = await admin.call(userEndpoints.createUser, {
      body: {
        login,
        name: `Crew ${index}`,
        password,
        roles: ["employee"],
        language: "en",
      },
    });
    users.push({
      userId: user.id,
      login,
      first: await signIn({ baseUrl: world.baseUrl }, { login, password }),
    });
  }
  const everyone = users.map(({ first, login, userId }) => {
    const others = Array.from({ length: devicesPerUser - 1 }, () =>
      createPerson({ baseUrl: world.baseUrl, headers: first.headers }),
    );
    return { userId, login, devices: [first, ...others] };
  });
  const lines = everyone.flatMap(({ devices }) => devices);
  for (const { line } of lines) line.start();
  await Promise.all(lines.map((device) => device.live()));

  const groups: {
    readonly id: ConversationId;
    readonly ownerId: UserId;
    readonly memberIds: readonly UserId[];
  }[] = [];
  for (let index = 0; index < conversationCount; index += 1) {
    const chosen = random.some(everyone, membersPerConversation);
    const [creator, ...rest] = chosen;
    if (creator?.devices[0] === undefined)
      throw new Error("a group needs somebody");
    const group = await creator.devices[0].call(
      conversationEndpoints.createGroup,
      {
        body: {
          title: `Crew ${crewNumber} room ${index}`,
          memberIds: rest.map(({ userId }) => userId),
        },
      },
    );
    groups.push({
      id: group.id,
      ownerId: creator.userId,
      memberIds: chosen.map(({ userId }) => userId),
    });
  }
  const members = everyone
    .map((one) => ({
      ...one,
      conversationIds: groups
        .filter(({ memberIds }) => memberIds.includes(one.userId))
        .map(({ id }) => id),
    }))
    .filter(({ conversationIds }) => conversationIds.length > 0);
  // Somebody looks at every log, so that each device keeps it from its first event.
  for (const { devices, conversationIds } of members)
    for (const { line } of devices)
      for (const id of conversationIds) line.log(id).subscribe(() => undefined);
  const owners = new Map(
    groups.flatMap(({ id, ownerId }) =>
      members
        .filter(({ userId }) => userId === ownerId)
        .map((owner) => [id, owner] as const),
    ),
  );
  return {
    members,
    conversationIds: groups.map(({ id }) => id),
    owners,
    [Symbol.dispose]: () => {
      for (const device of lines) device[Symbol.dispose]();
    },
  };
}
