import type { UserId } from "@veche/contracts";

/** Where answers of the server about people are kept between screens. */
export const personKey = (userId: UserId) => ["person", userId] as const;
export const peopleKey = ["people"] as const;
export const tagsKey = ["tags"] as const;
export const departmentsKey = ["departments"] as const;
