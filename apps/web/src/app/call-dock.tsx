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
  if (place.kind !== "here" || pathname === "/desk") return null;
  const back = (
    <Link to="/desk" className={styles["back"]}>
      {t("call.back")}
    </Link>
  );
  return (
    <DockedCall
      stay={place.stay}
      name={session?.customer.name ?? ""}
      back={back}
      onEnd={() => calls.hangUp()}
    />
  );
}
