import {
  defaultNotificationSettings,
  type Language,
  type UserId,
} from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type {
  LetterPage,
  PageAnswer,
} from "../../../platform/http/letter-pages.ts";
import { escapeHtml } from "../../../platform/mail/escape-html.ts";
import { words } from "../domain/words.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { settingsOf } from "../store/settings.ts";
import {
  unsubscribePath,
  type UnsubscribeTokens,
} from "../unsubscribe-token.ts";
import { changeSettings } from "../use-cases/change-settings.ts";

export type UnsubscribeDeps = Pick<
  NotificationPowers,
  "database" | "users" | "productName" | "publicUrl"
> & { readonly tokens: UnsubscribeTokens };

/** Ends the letters of whoever got one, without signing in. */
export function unsubscribePage(deps: UnsubscribeDeps): LetterPage {
  const { database, users, tokens } = deps;
  const languageOf = async (userId: UserId): Promise<Language> =>
    (await users.many([userId]))[0]?.language ?? "en";
  const nobody: PageAnswer = { status: 404, html: plain("en", "404", "") };
  const page = async (
    { token = "" }: Readonly<Record<string, string>>,
    draw: (userId: UserId, language: Language) => Promise<string>,
  ): Promise<PageAnswer> => {
    const userId = tokens.read(token);
    if (userId === undefined) return nobody;
    return { status: 200, html: await draw(userId, await languageOf(userId)) };
  };
  return {
    path: `${unsubscribePath}/:token`,
    show: (params) =>
      page(params, async (_userId, language) => {
        const { unsubscribeAsk, unsubscribeDo } = words[language];
        const name = await deps.productName();
        return plain(
          language,
          name,
          `<p>${escapeHtml(unsubscribeAsk)}</p><form method="post"><button>${escapeHtml(unsubscribeDo)}</button></form>`,
        );
      }),
    act: (params) =>
      page(params, async (userId, language) => {
        await endLetters(database, userId);
        const { unsubscribed, digestSettings } = words[language];
        const name = await deps.productName();
        const url = escapeHtml(`${deps.publicUrl}/notifications`);
        return plain(
          language,
          name,
          `<p>${escapeHtml(unsubscribed)}</p><p><a href="${url}">${escapeHtml(digestSettings)}</a></p>`,
        );
      }),
  };
}

async function endLetters(
  database: UnsubscribeDeps["database"],
  userId: UserId,
): Promise<void> {
  const chosen = (await settingsOf(database.db, [userId])).get(userId);
  const settings = {
    ...(chosen ?? defaultNotificationSettings),
    digestDelayMs: null,
  };
  await changeSettings({ database }, serverActor, { userId, settings });
}

const plain = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
