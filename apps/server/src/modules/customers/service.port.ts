import type {
  CustomerId,
  CustomerRequest,
  PrincipalId,
} from "@veche/contracts";

/** What the contact centre knows of a customer; asked by the widget, answered from above. */
export interface ServicePort {
  openRequestOf(customerId: CustomerId): Promise<CustomerRequest | null>;
  /** Somebody is at work now. */
  isStaffed(): Promise<boolean>;
  /** When calls are taken again; null: they are taken now. */
  opensAt(): Promise<Date | null>;
}

/** Who has a page open now. */
export interface PresencePort {
  isOnline(principalId: PrincipalId): boolean;
}
