export const queuesKey = ["queues"] as const;
