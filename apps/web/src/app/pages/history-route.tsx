import { Link } from "@tanstack/react-router";
import { HistoryPage } from "../../features/history/history-page.tsx";
import { Guarded } from "../guarded.tsx";

export const HistoryRoute = () => (
  <Guarded path="/history">
    <HistoryPage
      linkTo={(entry, words) => (
        <Link to="/history/$requestId" params={{ requestId: entry.request.id }}>
          {words}
        </Link>
      )}
    />
  </Guarded>
);
