import { WebhooksPage } from "../../features/webhooks/webhooks-page.tsx";
import { Guarded } from "../guarded.tsx";

export const WebhooksRoute = () => (
  <Guarded path="/webhooks">
    <WebhooksPage />
  </Guarded>
);
