import {
  embedEndpoints,
  isOpenOn,
  type ConversationId,
  type DeviceClass,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { deviceClassOf } from "../../../platform/http/device-class.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { readEmbedRequest } from "../authenticate.ts";
import { EMBED_LIFETIME_MS, signEmbedToken } from "../embed-token.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { openObjectConversation } from "../use-cases/open-object-conversation.ts";
import { ownContext } from "../use-cases/own-context.ts";
import { profileOf } from "../use-cases/profile-of.ts";
import { cardOf } from "../use-cases/show-card.ts";
import type { Waits } from "../waits.ts";

export interface EmbedRouteDeps extends ObjectsDeps {
  /** By conversation: woken when something was added to its log. */
  readonly logWaits: Waits<ConversationId>;
}

/** One conversation in a page of an application. Whoever isn't a member any more is refused at every use. */
export function embedRoutes(deps: EmbedRouteDeps): readonly Route[] {
  const { chats, messages } = deps;
  return [
    openEmbed(deps),
    listEmbedEvents(deps),
    getEmbedCard(deps),
    route(embedEndpoints.sendEmbedMessage, ({ principal, body }) =>
      messages.send(principal, {
        conversationId: principal.conversationId,
        ...body,
      }),
    ),
    route(embedEndpoints.moveEmbedReceipt, async ({ principal, body }) => {
      const { id, conversationId } = principal;
      await chats.requireMember(conversationId, id);
      await messages.markRead(id, { conversationId, readTo: body.readTo });
      return null;
    }),
  ];
}

const openEmbed = (deps: EmbedRouteDeps): Route =>
  route(embedEndpoints.openEmbed, async ({ body, http }) => {
    const { application, user, object } = await readEmbedRequest(
      deps,
      body.token,
    );
    const found = await deps.users.find(application.matchUsersBy, user);
    if (found === undefined) throw new AppError("application.user_unknown");
    const conversationId = await openObjectConversation(
      deps,
      { id: found.id, name: found.name, address: http.request.ip },
      {
        application: { kind: "application", ...application },
        object,
        users: [found],
      },
    );
    const conversation = await deps.chats.syncSource.conversation(
      conversationId,
      found.id,
    );
    if (conversation === undefined)
      throw new AppError("conversation.not_found");
    const card = await cardOf(deps, application.id, object);
    const { id, name, language } = found;
    const device = deviceClassOf(http.request.raw);
    return {
      embedToken: await signEmbedToken(
        deps.embedKey,
        { userId: id, applicationId: application.id, conversationId },
        deps.clock.now(),
      ),
      expiresInMs: EMBED_LIFETIME_MS,
      me: { kind: "user" as const, id, name, language, roles: [], device },
      conversation,
      card: card === undefined ? null : { ...card, conversationId },
    };
  });

/** Refuses `conversation.device_refused` where the conversation doesn't open. */
async function requireOpen(
  deps: EmbedRouteDeps,
  conversationId: ConversationId,
  device: DeviceClass,
): Promise<void> {
  const { confidentiality } = await profileOf(deps, conversationId);
  if (!isOpenOn(confidentiality, device))
    throw new AppError("conversation.device_refused");
}

const listEmbedEvents = (deps: EmbedRouteDeps): Route =>
  route(embedEndpoints.listEmbedEvents, async ({ principal, query }) => {
    const { chats, logWaits } = deps;
    const { id, conversationId, device } = principal;
    const { afterSeq, limit, waitMs } = query;
    // Rights are asked after the reading: what was read was written while they held.
    const read = async () => {
      const events = await chats.syncSource.eventsAfter(
        conversationId,
        afterSeq,
        limit,
      );
      await chats.requireMember(conversationId, id);
      await requireOpen(deps, conversationId, device);
      return events;
    };
    using wait = logWaits.begin(conversationId, waitMs);
    const first = await read();
    if (first.length > 0 || waitMs === 0) return { items: [...first] };
    await wait.settled;
    // Asked again: somebody shown out meanwhile reads nothing of what came after.
    return { items: [...(await read())] };
  });

const getEmbedCard = (deps: EmbedRouteDeps): Route =>
  route(embedEndpoints.getEmbedCard, async ({ principal }) => {
    const { id, conversationId, applicationId } = principal;
    await deps.chats.requireMember(conversationId, id);
    const { type, objectId } = await ownContext(
      deps,
      applicationId,
      conversationId,
    );
    const card = await cardOf(deps, applicationId, { type, id: objectId });
    return { card: card === undefined ? null : { ...card, conversationId } };
  });
