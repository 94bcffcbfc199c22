/** What draws a text that has marks; most have none. */
export const loadMarkedText = () => import("./marked-text.tsx");
