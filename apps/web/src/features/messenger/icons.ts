import type { IconPaths } from "@veche/ui";

/** Icons of the messenger alone, on the same 24 × 24 grid as those of the design system. */
export const iconBellOff: IconPaths = [
  "M4 4l16 16",
  "M8 7.5a4 4 0 0 1 8 .5v3.5c0 1 .6 2 1.6 2.9",
  "M16 17h-12a4 4 0 0 0 2 -3v-3",
  "M10 20a2 2 0 0 0 4 0",
];
export const iconArchive: IconPaths = [
  "M4 5h16v4h-16z",
  "M6 9v9a1 1 0 0 0 1 1h10a1 1 0 0 0 1 -1v-9",
  "M10 13h4",
];
export const iconFolder: IconPaths = [
  "M4 6a1 1 0 0 1 1 -1h4l2 3h8a1 1 0 0 1 1 1v9a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1z",
];
export const iconReply: IconPaths = ["M9 7l-5 5l5 5", "M4 12h9a7 7 0 0 1 7 7"];
export const iconForward: IconPaths = [
  "M15 7l5 5l-5 5",
  "M20 12h-9a7 7 0 0 0 -7 7",
];
export const iconPaperclip: IconPaths = [
  "M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5 -6.5a3 3 0 0 0 -6 -6l-6.5 6.5a4.5 4.5 0 0 0 9 9l6.5 -6.5",
];
export const iconBookmark: IconPaths = ["M7 4h10v16l-5 -4l-5 4z"];
export const iconAlarm: IconPaths = [
  "M12 6a7 7 0 1 1 0 14a7 7 0 0 1 0 -14",
  "M12 10v3l2 2",
  "M4 6l3 -3",
  "M20 6l-3 -3",
];
export const iconHash: IconPaths = [
  "M5 9h14",
  "M5 15h14",
  "M10 4l-2 16",
  "M16 4l-2 16",
];
export const iconDownload: IconPaths = [
  "M12 4v11",
  "M7 11l5 5l5 -5",
  "M5 20h14",
];
export const iconFile: IconPaths = ["M7 3h7l4 4v14h-11z", "M14 3v4h4"];
export const iconPlay: IconPaths = ["M8 5l11 7l-11 7z"];
export const iconSticker: IconPaths = [
  "M20 12a8 8 0 1 0 -8 8z",
  "M20 12h-4a4 4 0 0 0 -4 4v4",
  "M9 10h.01",
  "M14 9h.01",
];
export const iconSelect: IconPaths = ["M5 5h14v14h-14z", "M9 12l2 2l4 -4"];
export const iconEye: IconPaths = [
  "M3 12c5 -8 13 -8 18 0c-5 8 -13 8 -18 0",
  "M12 10a2 2 0 1 0 0 4a2 2 0 0 0 0 -4",
];
export const iconArrowDown: IconPaths = ["M12 5v14", "M6 13l6 6l6 -6"];
export const iconArrowUp: IconPaths = ["M12 19v-14", "M6 11l6 -6l6 6"];
export const iconLink: IconPaths = [
  "M10 14a4 4 0 0 0 6 0l3 -3a4 4 0 0 0 -6 -6l-1 1",
  "M14 10a4 4 0 0 0 -6 0l-3 3a4 4 0 0 0 6 6l1 -1",
];
export const iconCode: IconPaths = [
  "M8 8l-4 4l4 4",
  "M16 8l4 4l-4 4",
  "M14 5l-4 14",
];
export const iconBold: IconPaths = [
  "M7 5h6a3.5 3.5 0 0 1 0 7h-6z",
  "M7 12h7a3.5 3.5 0 0 1 0 7h-7z",
];
export const iconItalic: IconPaths = ["M11 5h6", "M7 19h6", "M14 5l-4 14"];
export const iconCrop: IconPaths = [
  "M8 3v12a1 1 0 0 0 1 1h12",
  "M3 8h12a1 1 0 0 1 1 1v12",
];
export const iconRotate: IconPaths = ["M5 9a8 8 0 1 1 0 6", "M4 4v5h5"];
export const iconText: IconPaths = ["M6 6h12", "M12 6v13"];
export const iconBrush: IconPaths = ["M4 20l4 -1l11 -11l-3 -3l-11 11z"];
export const iconDiagonal: IconPaths = ["M5 19l14 -14", "M10 5h9v9"];
export const iconBlur: IconPaths = [
  "M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01",
];
export const iconUndo: IconPaths = [
  "M9 14l-4 -4l4 -4",
  "M5 10h9a5 5 0 0 1 0 10h-2",
];
export const iconResize: IconPaths = [
  "M4 14v6h6",
  "M20 10v-6h-6",
  "M4 20l7 -7",
  "M20 4l-7 7",
];
export const iconMarkUnread: IconPaths = [
  "M20 11v7a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1v-10a1 1 0 0 1 1 -1h9",
  "M18 5h.01",
  "M5 8l7 5l3 -2",
];
