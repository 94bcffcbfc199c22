import type { ConferenceAnswer, Language } from "@veche/contracts";
import type {
  LetterPage,
  PageAnswer,
} from "../../../platform/http/letter-pages.ts";
import { escapeHtml } from "../../../platform/mail/escape-html.ts";
import { answerPath, type Answering } from "../answer-token.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { whenWords } from "../domain/when-words.ts";
import { conferenceById, type StoredConference } from "../store/conferences.ts";
import { answerByLink } from "../use-cases/answer-by-link.ts";

const words = {
  ru: {
    ask: "Ваш ответ:",
    send: "Ответить",
    done: "Спасибо, ваш ответ записан:",
    gone: "Эта ссылка больше не действует.",
    ...{ yes: "да", maybe: "возможно", no: "нет" },
  },
  en: {
    ask: "Your answer:",
    send: "Answer",
    done: "Thank you, your answer is kept:",
    gone: "This link leads nowhere any more.",
    ...{ yes: "yes", maybe: "maybe", no: "no" },
  },
} as const;

type Given = Exclude<ConferenceAnswer, "open">;
const isGiven = (word: string): word is Given =>
  word === "yes" || word === "maybe" || word === "no";

type Deps = Pick<ConferencePowers, "answerTokens" | "database" | "users">;
type Params = Readonly<Record<string, string>>;

/** Takes an answer by the link in a letter, without signing in. */
export function answerPage(deps: Deps): LetterPage {
  const read = ({ token = "", answer = "" }: Params) => {
    const answering = deps.answerTokens.read(token);
    return answering === undefined || !isGiven(answer)
      ? undefined
      : { answering, answer };
  };
  return {
    path: `${answerPath}/:token/:answer`,
    async show(params) {
      const said = read(params);
      const { conferenceId } = said?.answering ?? {};
      const conference =
        conferenceId && (await conferenceById(deps.database.db, conferenceId));
      if (said === undefined || !conference) return gone;
      const language = await languageOf(deps, said.answering, conference);
      const own = words[language];
      return page(language, conference, [
        `<p>${own.ask} <strong>${own[said.answer]}</strong></p>`,
        `<form method="post"><button>${own.send}</button></form>`,
      ]);
    },
    async act(params) {
      const said = read(params);
      if (said === undefined) return gone;
      const { answering, answer } = said;
      const conference = await answerByLink(deps, answering, answer);
      if (conference === undefined) return gone;
      const language = await languageOf(deps, answering, conference);
      const own = words[language];
      return page(language, conference, [
        `<p>${own.done} <strong>${own[answer]}</strong></p>`,
      ]);
    },
  };
}

/** People of the staff read their own; others that of whoever invited them, as in the letter. */
async function languageOf(
  { users }: Deps,
  answering: Answering,
  { createdBy }: StoredConference,
): Promise<Language> {
  const reader = answering.kind === "user" ? answering.id : createdBy;
  return (await users.many([reader]))[0]?.language ?? "en";
}

const page = (
  language: Language,
  { title, schedule }: StoredConference,
  body: readonly string[],
): PageAnswer => ({
  status: 200,
  html: whole(language, title, [
    ...(schedule === null
      ? []
      : [`<p>${escapeHtml(whenWords(schedule, language))}</p>`]),
    ...body,
  ]),
});

const gone: PageAnswer = {
  status: 404,
  html: whole("en", "404", [
    `<p lang="ru">${words.ru.gone}</p>`,
    `<p>${words.en.gone}</p>`,
  ]),
};

function whole(
  language: Language,
  title: string,
  body: readonly string[],
): string {
  const name = escapeHtml(title);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${name}</title></head><body><h1>${name}</h1>${body.join("")}</body></html>`;
}
