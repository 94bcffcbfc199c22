import { WrapUpRulesPage } from "../../features/wrap-up/rules-page.tsx";
import { Guarded } from "../guarded.tsx";

export const WrapUpRoute = () => (
  <Guarded path="/wrap-up">
    <WrapUpRulesPage />
  </Guarded>
);
