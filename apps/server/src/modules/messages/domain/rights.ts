import {
  isOpenOn,
  type Conversation,
  type DeviceClass,
  type Member,
  type MessageCreated,
} from "@veche/contracts";

/** What a member's rights depend on. */
export interface Seat {
  readonly role: Member["role"];
  readonly kind: Conversation["kind"];
  readonly posting: Conversation["posting"];
  readonly confidentiality: Conversation["confidentiality"];
}

const isModerator = ({ role }: Seat): boolean =>
  role === "owner" || role === "admin";
const writes = ({ role }: Seat): boolean => role !== "read_only";

const posts = (seat: Seat): boolean =>
  writes(seat) && seat.posting === "members";

/** Nothing is said or done through a device on which the conversation doesn't open; what uses none is not asked. */
export const isShutOn = (
  { confidentiality }: Pick<Seat, "confidentiality">,
  device: DeviceClass | null,
): boolean => device !== null && !isOpenOn(confidentiality, device);

/** Whose message it is that something is done with. */
interface Whose {
  readonly isOwn: boolean;
}

/** Who may do what with messages, command by command. Whoever is no member may nothing, and learns of nothing. */
export const rights = {
  send: (seat: Seat): boolean => isModerator(seat) || posts(seat),
  edit: (seat: Seat, { isOwn }: Whose): boolean => isOwn && writes(seat),
  /** In a direct conversation nobody is the other's moderator, whatever their roles. */
  delete: (seat: Seat, { isOwn }: Whose): boolean =>
    isOwn || (isModerator(seat) && seat.kind !== "direct"),
  drop_preview: (_seat: Seat, { isOwn }: Whose): boolean => isOwn,
  react: writes,
  pin: (seat: Seat): boolean =>
    isModerator(seat) || (posts(seat) && seat.kind !== "channel"),
} as const;

/** Words of one's own can be changed; what was taken from elsewhere cannot. */
export const isEditable = ({ forwarded, sticker }: MessageCreated): boolean =>
  forwarded === undefined && sticker === undefined;
