import { ReportsPage } from "../../features/reports/reports-page.tsx";
import { Guarded } from "../guarded.tsx";

export const ReportsRoute = () => (
  <Guarded path="/reports">
    <ReportsPage />
  </Guarded>
);
