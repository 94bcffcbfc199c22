import { QueuesPage } from "../../features/queues/queues-page.tsx";
import { Guarded } from "../guarded.tsx";

export const QueuesRoute = () => (
  <Guarded path="/queues">
    <QueuesPage />
  </Guarded>
);
