import type {
  CustomerId,
  CustomerRequest,
  PrincipalId,
  QueueId,
} from "@veche/contracts";

/** What the contact centre knows of a customer; asked by the widget, answered from above. */
export interface ServicePort {
  openRequestOf(customerId: CustomerId): Promise<CustomerRequest | null>;
  /** For a queue of the contact centre; without one, for that into which everybody comes. */
  serviceAt(queueId?: QueueId): Promise<{
    /** Somebody is at work now. */
    readonly isStaffed: boolean;
    /** When calls are taken again; null: they are taken now. */
    readonly opensAt: Date | null;
  }>;
}

/** Who has a page open now. */
export interface PresencePort {
  isOnline(principalId: PrincipalId): boolean;
}
