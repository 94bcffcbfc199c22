import type { Attachment, PrincipalId } from "@veche/contracts";

/**
 * What filters look for, kept among a message's words. A text never yields a word that begins with "=", so neither can
 * be taken for the other. Of an id the last twelve digits are enough: they are random.
 */
export const marks = {
  author: (id: PrincipalId) => `=a${id.slice(-12)}`,
  mentionOf: (id: PrincipalId) => `=m${id.slice(-12)}`,
  mentionOfAll: "=mall",
  file: "=hfile",
  fileKind: (kind: Attachment["kind"]) => `=h${kind}`,
  voice: "=hvoice",
  link: "=hlink",
} as const;

/** What a message can be asked to have, in both languages of the interface. */
export const hasMarks: ReadonlyMap<string, string> = new Map([
  ["file", marks.file],
  ["файл", marks.file],
  ["picture", marks.fileKind("picture")],
  ["image", marks.fileKind("picture")],
  ["картинка", marks.fileKind("picture")],
  ["фото", marks.fileKind("picture")],
  ["video", marks.fileKind("video")],
  ["видео", marks.fileKind("video")],
  ["audio", marks.fileKind("audio")],
  ["аудио", marks.fileKind("audio")],
  ["document", marks.fileKind("document")],
  ["документ", marks.fileKind("document")],
  ["voice", marks.voice],
  ["голос", marks.voice],
  ["link", marks.link],
  ["ссылка", marks.link],
]);
