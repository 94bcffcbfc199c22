import { lazy } from "react";

export const loadPane = () => import("./conversation/conversation-pane.tsx");

/** Fetched by itself: the list is there first. */
export const ConversationPane = lazy(() =>
  loadPane().then((file) => ({ default: file.ConversationPane })),
);
