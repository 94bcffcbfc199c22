import { useNavigate } from "@tanstack/react-router";
import { BoardPage } from "../../features/board/board-page.tsx";
import type { OnTakeOver } from "../../features/board/take-over.tsx";
import { useMe } from "../../platform/me.tsx";
import { Guarded } from "../guarded.tsx";
import { mayServe } from "../sections.ts";
import { useWorkplace } from "../workplace-context.ts";

export function BoardRoute() {
  const { desk, supervision } = useWorkplace();
  const { roles } = useMe();
  const navigate = useNavigate();
  const takeOver: OnTakeOver = async (session) => {
    await desk.takeOver(session);
    await navigate({ to: "/desk" });
  };
  return (
    <Guarded path="/board">
      <BoardPage
        onListen={supervision.listen}
        onTakeOver={mayServe(roles) ? takeOver : undefined}
      />
    </Guarded>
  );
}
