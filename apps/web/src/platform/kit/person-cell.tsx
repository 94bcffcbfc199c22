import type { PrincipalId } from "@veche/contracts";
import { Avatar } from "./avatar.tsx";
import styles from "./person-cell.module.css";

/** Initials, a name, and a quiet line under it. */
export function PersonCell({
  name,
  personId,
  detail,
}: {
  readonly name: string;
  readonly personId?: PrincipalId | undefined;
  readonly detail?: string | undefined;
}) {
  return (
    <span className={styles["cell"]}>
      <Avatar name={name} personId={personId} />
      <span className={styles["words"]}>
        <span className={styles["name"]}>{name}</span>
        {detail !== undefined && (
          <span className={styles["detail"]}>{detail}</span>
        )}
      </span>
    </span>
  );
}
