import type { Language } from "@veche/contracts";
import { escapeHtml } from "../../platform/mail/escape-html.ts";

/** What a letter tells of. */
export type LetterKind =
  "invited" | "changed" | "skipped" | "cancelled" | "soon";

export interface InvitationFrame {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly title: string;
  readonly about: string | null;
  /** In words; null: a lasting room. */
  readonly when: string | null;
  readonly organiserName: string;
  /** Where it is opened; null: nowhere for this reader. */
  readonly url: string | null;
  /** The reader's answer is given below it, by its name. */
  readonly answerUrl: string;
}

const words = {
  ru: {
    invited: "Приглашение",
    changed: "Изменена конференция",
    skipped: "Отменена одна встреча",
    cancelled: "Отменена конференция",
    soon: "Скоро начнётся",
    by: "Организатор",
    room: "Постоянная комната: открыта в любое время.",
    open: "Открыть конференцию",
    coming: "Придёте?",
    yes: "Да",
    maybe: "Возможно",
    no: "Нет",
  },
  en: {
    invited: "Invitation",
    changed: "Changed conference",
    skipped: "Cancelled once",
    cancelled: "Cancelled conference",
    soon: "Begins soon",
    by: "Organiser",
    room: "A lasting room: open at any time.",
    open: "Open the conference",
    coming: "Are you coming?",
    yes: "Yes",
    maybe: "Maybe",
    no: "No",
  },
} as const;

interface Link {
  readonly name: string;
  readonly to: string;
}

const anchor = ({ name, to }: Link): string =>
  `<a href="${escapeHtml(to)}">${escapeHtml(name)}</a>`;

const linksOf = ({ kind, url, language }: InvitationFrame): readonly Link[] =>
  kind === "cancelled" || url === null
    ? []
    : [{ name: words[language].open, to: url }];

const answersOf = ({
  kind,
  language,
  answerUrl,
}: InvitationFrame): readonly Link[] =>
  kind === "cancelled" || kind === "skipped"
    ? []
    : (["yes", "maybe", "no"] as const).map((answer) => ({
        name: words[language][answer],
        to: `${answerUrl}/${answer}`,
      }));

/** A letter about a conference in the reader's language, as plain text and as HTML without pictures. */
export function invitationLetter(frame: InvitationFrame): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const { kind, language, title, about, when, organiserName } = frame;
  const own = words[language];
  const lines = [
    when ?? own.room,
    `${own.by}: ${organiserName}`,
    ...(about === null ? [] : [about]),
  ];
  const links = linksOf(frame);
  const answers = answersOf(frame);
  return {
    subject: `${own[kind]}: ${title}`,
    text: [
      ...[title, ...lines],
      ...links.map(({ to }) => to),
      ...(answers.length === 0
        ? []
        : [
            [
              own.coming,
              ...answers.map(({ name, to }) => `${name}: ${to}`),
            ].join("\n"),
          ]),
    ].join("\n\n"),
    html: [
      `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5">`,
      `<h2 style="margin:0 0 8px">${escapeHtml(title)}</h2>`,
      ...lines.map(
        (line) =>
          `<p style="margin:4px 0;white-space:pre-wrap">${escapeHtml(line)}</p>`,
      ),
      ...links.map((link) => `<p style="margin:12px 0">${anchor(link)}</p>`),
      ...(answers.length === 0
        ? []
        : [
            `<p style="margin:12px 0">${own.coming} ${answers.map(anchor).join(" · ")}</p>`,
          ]),
      "</body></html>",
    ].join("\n"),
  };
}
