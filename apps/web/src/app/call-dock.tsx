import { Link, useLocation } from "@tanstack/react-router";
import { DockedCall } from "../features/call/docked-call.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

/** A call goes on in the corner while one looks at another page. */
export function CallDock() {
  const { t } = useTexts();
  const { calls, desk } = useWorkplace();
  const place = useStore(calls.state);
  const { session } = useStore(desk.state);
  const { pathname } = useLocation();
  // A colleague's call belongs to no session of the Desk: it stays in the corner there too.
  const isShownThere = pathname === "/desk" && session !== null;
  if (place.kind !== "here" || isShownThere) return null;
  const back = (
    <Link to="/desk" className={styles["back"]}>
      {t("call.back")}
    </Link>
  );
  return (
    <DockedCall
      stay={place.stay}
      name={session?.customer.name ?? ""}
      back={session === null ? null : back}
      onEnd={() => calls.hangUp()}
    />
  );
}
