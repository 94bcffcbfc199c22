import type {
  CommandName,
  CommandParams,
  CommandResult,
  ConversationId,
} from "@veche/contracts";
import type { Person } from "@veche/test-world";
import type { Random } from "../random.ts";
import type { Crew, CrewMember } from "./crew.ts";
import type { Answer } from "./persist.ts";

export interface RestlessRoomsDeps {
  readonly crew: Crew;
  readonly random: Random;
  readonly ask: <Name extends CommandName>(
    device: Person,
    name: Name,
    params: CommandParams<Name>,
  ) => Promise<Answer<CommandResult<Name>>>;
}

/** Groups in which people come and go: the last two, so that whoever breaks something finds the others as they were. */
const restlessCount = 2;

export function createRestlessRooms({ crew, random, ask }: RestlessRoomsDeps) {
  const rooms = crew.conversationIds.slice(-restlessCount);
  const shownOut = new Map<
    string,
    { readonly room: ConversationId; readonly member: CrewMember }
  >();
  const ownerOf = (room: ConversationId): CrewMember => {
    const owner = crew.owners.get(room);
    if (owner === undefined) throw new Error("a group has an owner");
    return owner;
  };
  const letIn = async (room: ConversationId, member: CrewMember) => {
    const userIds = [member.userId];
    const device = random.oneOf(ownerOf(room).devices);
    await ask(device, "member.add", { conversationId: room, userIds });
  };

  return {
    /** Shows somebody out, or lets somebody in who was shown out; some leave by themselves. */
    changeMembers: async (): Promise<void> => {
      const room = random.oneOf(rooms);
      const owner = ownerOf(room);
      const member = random.oneOf(
        crew.members.filter(
          (one) => one !== owner && one.conversationIds.includes(room),
        ),
      );
      const key = `${room} ${member.userId}`;
      if (shownOut.delete(key)) return letIn(room, member);
      shownOut.set(key, { room, member });
      const here = { conversationId: room };
      if (random.next() < 0.3)
        await ask(random.oneOf(member.devices), "conversation.leave", here);
      else
        await ask(random.oneOf(owner.devices), "member.remove", {
          ...here,
          principalId: member.userId,
        });
    },
    /** A third of those who were shown out stay out: there it shows what they can still read. */
    letMostIn: async (): Promise<void> => {
      const left = [...shownOut.values()].filter((_, index) => index % 3 > 0);
      for (const { room, member } of left) await letIn(room, member);
    },
  };
}
