import {
  iconCopy,
  iconInfoCircle,
  iconPencil,
  iconTrash,
  type IconPaths,
  iconPin,
} from "@veche/ui";
import {
  iconAlarm,
  iconBookmark,
  iconForward,
  iconLink,
  iconReply,
  iconSelect,
} from "../icons.ts";
import type { MessageAction } from "./message-actions.ts";

export const actionIcons: Readonly<Record<MessageAction, IconPaths>> = {
  reply: iconReply,
  edit: iconPencil,
  copy: iconCopy,
  copyLink: iconLink,
  forward: iconForward,
  pin: iconPin,
  unpin: iconPin,
  save: iconBookmark,
  remind: iconAlarm,
  select: iconSelect,
  info: iconInfoCircle,
  delete: iconTrash,
};
