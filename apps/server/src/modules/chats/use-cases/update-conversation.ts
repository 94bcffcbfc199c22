import type {
  CommandParams,
  Confidentiality,
  NewTimelineEvent,
  PrincipalId,
} from "@veche/contracts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayConfide, mayUpdate } from "../domain/rights.ts";
import { settingsChanged } from "../domain/settings-changed.ts";
import { holdTo } from "../hold-to.ts";
import { appendEntries } from "../store/append-entries.ts";
import { writeSettings, type Settings } from "../store/conversations.ts";
import { holdPlace } from "../store/places.ts";
import { aboutOf, titleOf } from "./create-conversation.ts";

/**
 * Title, picture, description, rules and confidential mode; what isn't named stays, what is the same already changes
 * nothing. Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`, `request.invalid`, and for a
 * picture `file.not_found`, `file.not_ready`, `file.not_a_picture`.
 */
export function updateConversation({
  database,
  clock,
  pictures,
}: ChatPowers): CommandHandler<"conversation.update"> {
  return async ({ principal, actor }, { conversationId, ...wanted }) => {
    const me = asUser(principal);
    const asked = tidy(wanted);
    await database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      const { confidentiality, ...others } = asked;
      if (Object.keys(others).length > 0) holdTo(mayUpdate(place, place.role));
      if (confidentiality !== undefined) holdTo(mayConfide(place, place.role));
      const changed = settingsChanged(place, asked);
      if (Object.keys(changed).length === 0) return;
      const { pictureId } = changed;
      if (pictureId !== undefined)
        await pictures.show(unit, {
          conversationId,
          fileId: pictureId,
          ownerId: me.id,
        });
      await writeSettings(unit, conversationId, changed);
      unit.happened({
        type: "conversation.changed",
        conversationId,
        fields: Object.keys(changed).sort().join(","),
      });
      if (changed.confidentiality !== undefined)
        unit.happened({
          type: "confidentiality.changed",
          conversationId,
          rules: rulesOf(changed.confidentiality),
        });
      await appendEntries(
        unit,
        entriesOf(changed, me.id).map((event) => ({ conversationId, event })),
        { at: clock.now() },
      );
    });
    return {};
  };
}

function tidy({
  title,
  about,
  ...rest
}: Omit<CommandParams<"conversation.update">, "conversationId">): Settings {
  return {
    ...rest,
    ...(title === undefined ? {} : { title: titleOf(title) }),
    ...(about === undefined ? {} : { about: aboutOf(about) }),
  };
}

/** For the trail: `lifetime 3600000 ms, devices app desktop_browser`. */
const rulesOf = (rules: Confidentiality | null): string =>
  rules === null
    ? "off"
    : `lifetime ${rules.messageLifetimeMs === null ? "none" : `${rules.messageLifetimeMs} ms`}, devices ${rules.allowedDevices.toSorted().join(" ")}`;

/** A new title is an entry of its own: people look for it. */
function entriesOf(
  { title, ...others }: Settings,
  actorId: PrincipalId,
): readonly NewTimelineEvent[] {
  const renamed: readonly NewTimelineEvent[] =
    typeof title === "string"
      ? [{ type: "conversation.renamed", actorId, title }]
      : [];
  return Object.keys(others).length === 0
    ? renamed
    : [
        ...renamed,
        { type: "conversation.settings_changed", actorId, ...others },
      ];
}
