import { ApplicationsPage } from "../../features/applications/applications-page.tsx";
import { Guarded } from "../guarded.tsx";

export const ApplicationsRoute = () => (
  <Guarded path="/applications">
    <ApplicationsPage />
  </Guarded>
);
