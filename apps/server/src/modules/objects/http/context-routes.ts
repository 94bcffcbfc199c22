import { appEndpoints, veiled, type ApplicationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { EventFeed } from "../event-feed.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { applicationById } from "../store/applications.ts";
import { matchUsers } from "../use-cases/match-users.ts";
import {
  letIn,
  openObjectConversation,
} from "../use-cases/open-object-conversation.ts";
import { ownContext } from "../use-cases/own-context.ts";
import { profileOf } from "../use-cases/profile-of.ts";
import type { Waits } from "../waits.ts";

export interface ContextRouteDeps extends ObjectsDeps {
  readonly feed: Pick<EventFeed, "read">;
  /** By application: woken when it has a new event. */
  readonly eventWaits: Waits<ApplicationId>;
}

/** What an application does in the conversations about its objects. */
export function contextRoutes(deps: ContextRouteDeps): readonly Route[] {
  return [
    ...speechRoutes(deps),
    ...memberRoutes(deps),
    listEvents(deps),
    postCaption(deps),
  ];
}

const usersNamed = async (
  { database, users }: ObjectsDeps,
  applicationId: ApplicationId,
  references: readonly string[],
) => {
  const application = await applicationById(database.db, applicationId);
  if (application === undefined) throw new AppError("application.refused");
  return matchUsers(users, application.matchUsersBy, references);
};

function speechRoutes(deps: ContextRouteDeps): readonly Route[] {
  const { chats, messages } = deps;
  return [
    route(
      appEndpoints.openConversation,
      async ({ principal, actor, params, body }) => {
        const conversationId = await openObjectConversation(deps, actor, {
          application: principal,
          object: params,
          users: await usersNamed(deps, principal.id, body.users),
        });
        const view = await chats.syncSource.conversation(
          conversationId,
          principal.id,
        );
        if (view === undefined) throw new AppError("conversation.not_found");
        return view;
      },
    ),
    route(
      appEndpoints.listConversationEvents,
      async ({ principal, params, query }) => {
        const { conversationId } = params;
        await ownContext(deps, principal.id, conversationId);
        const events = await chats.syncSource.eventsAfter(
          conversationId,
          query.afterSeq ?? 0,
          query.limit,
        );
        const { confidentiality } = await profileOf(deps, conversationId);
        return {
          items: confidentiality === null ? [...events] : events.map(veiled),
        };
      },
    ),
    route(appEndpoints.postMessage, async ({ principal, params, body }) => {
      const { conversationId } = params;
      await ownContext(deps, principal.id, conversationId);
      const author = { id: principal.id, device: null };
      return messages.send(author, { conversationId, ...body });
    }),
  ];
}

function memberRoutes(deps: ContextRouteDeps): readonly Route[] {
  const { chats, database } = deps;
  return [
    route(appEndpoints.listMembers, async ({ principal, params }) => {
      const { conversationId } = params;
      await ownContext(deps, principal.id, conversationId);
      return { items: [...(await chats.presentMembers(conversationId))] };
    }),
    route(
      appEndpoints.addMembers,
      async ({ principal, actor, params, body }) => {
        const { conversationId } = params;
        await ownContext(deps, principal.id, conversationId);
        const users = await usersNamed(deps, principal.id, body.users);
        await database.transact(actor, (unit) =>
          letIn(deps, unit, {
            application: principal,
            conversationId,
            users,
            role: body.role,
          }),
        );
        return null;
      },
    ),
    route(appEndpoints.removeMember, async ({ principal, actor, params }) => {
      const { conversationId } = params;
      await ownContext(deps, principal.id, conversationId);
      const [user] = await usersNamed(deps, principal.id, [params.user]);
      if (user === undefined) throw new AppError("application.user_unknown");
      await database.transact(actor, (unit) =>
        chats.removeMember(unit, {
          conversationId,
          principalId: user.id,
          actorId: principal.id,
        }),
      );
      return null;
    }),
  ];
}

const postCaption = (deps: ContextRouteDeps): Route =>
  route(appEndpoints.postCaption, async ({ principal, params, body }) => {
    const { conversationId } = params;
    await ownContext(deps, principal.id, conversationId);
    const [speaker] = await usersNamed(deps, principal.id, [body.speaker]);
    if (speaker === undefined) throw new AppError("application.user_unknown");
    await deps.captions.captionFor({
      ...{ conversationId, principalId: speaker.id, caption: body.caption },
    });
    return null;
  });

const listEvents = ({ feed, eventWaits }: ContextRouteDeps): Route =>
  route(appEndpoints.listEvents, async ({ principal, query }) => {
    const { waitMs, ...page } = query;
    // Begun before the list is read: what comes in between wakes it.
    using wait = eventWaits.begin(principal.id, waitMs);
    const first = await feed.read(principal.id, page);
    if (first.next > page.after || waitMs === 0)
      return { ...first, items: [...first.items] };
    await wait.settled;
    const second = await feed.read(principal.id, page);
    return { ...second, items: [...second.items] };
  });
