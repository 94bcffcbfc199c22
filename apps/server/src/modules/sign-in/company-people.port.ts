import type { UserId } from "@veche/contracts";

/** What signing in through the company asks of people's cards. */
export interface CompanyPeople {
  /** Whose card has this address; undefined when nobody's has, or several people's. */
  byEmail(email: string): Promise<UserId | undefined>;
  /** Writes the address on the card of somebody whose account was just made. */
  keepEmail(userId: UserId, email: string): Promise<void>;
}
