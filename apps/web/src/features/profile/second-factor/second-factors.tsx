import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Passkey, SecondFactors as Factors } from "@veche/contracts";
import { iconDeviceDesktop, iconKey, iconLock } from "@veche/ui";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { knowsPasskeys } from "../../../platform/second-factor/passkeys.ts";
import { RecoveryCodes } from "../../../platform/second-factor/recovery-codes.tsx";
import { useRest } from "../../../platform/services.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { FactorDialog, Wish } from "./factor-dialog.ts";
import { PasswordDialog } from "./password-dialog.tsx";
import { factorsKey } from "./use-wish.ts";
import styles from "../profile.module.css";

const TotpDialog = lazy(() =>
  import("./totp-dialog.tsx").then((file) => ({ default: file.TotpDialog })),
);

interface LineProps {
  readonly icon: typeof iconKey;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Line({ icon, title, about, children }: LineProps) {
  return (
    <li className={styles["session"]}>
      <Icon paths={icon} size={22} />
      <div className={styles["grow"]}>
        <p className={styles["device"]}>{title}</p>
        <p className={styles["about"]}>{about}</p>
      </div>
      {children}
    </li>
  );
}

interface PartProps {
  readonly factors: Factors;
  readonly onWish: (wish: Wish) => void;
}

function Application({ factors: { totpSince }, onWish }: PartProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <Line
      icon={iconDeviceDesktop}
      title={t("factor.totp")}
      about={
        totpSince === null
          ? t("factor.totpNone")
          : t("factor.totpSince", { when: texts.dateTime(totpSince) })
      }
    >
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onWish({ kind: "totp" })}
      >
        {t(totpSince === null ? "factor.totpAdd" : "factor.totpReplace")}
      </Button>
      {totpSince !== null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("factor.totpRemoveOf")}
          onClick={() => onWish({ kind: "remove_totp" })}
        >
          {t("factor.totpRemove")}
        </Button>
      )}
    </Line>
  );
}

function PasskeyLine({
  passkey,
  onWish,
}: {
  readonly passkey: Passkey;
  readonly onWish: (wish: Wish) => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <Line
      icon={iconKey}
      title={name}
      about={
        lastUsedAt === null
          ? t("factor.passkeyMade", { when: texts.dateTime(createdAt) })
          : t("factor.passkeyUsed", { when: texts.dateTime(lastUsedAt) })
      }
    >
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("factor.passkeyRemoveOf", { name })}
        onClick={() => onWish({ kind: "remove_passkey", passkey })}
      >
        {t("factor.totpRemove")}
      </Button>
    </Line>
  );
}

function Lines({ factors, onWish }: PartProps) {
  const { t } = useTexts();
  const { passkeys, totpSince, recoveryCodesLeft } = factors;
  const hasAny = totpSince !== null || passkeys.length > 0;
  return (
    <ul className={styles["sessions"]}>
      <Application factors={factors} onWish={onWish} />
      <Line
        icon={iconKey}
        title={t("factor.passkeys")}
        about={t("factor.passkeysLead")}
      >
        {knowsPasskeys() && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onWish({ kind: "passkey" })}
          >
            {t("factor.passkeyAdd")}
          </Button>
        )}
      </Line>
      {passkeys.map((passkey) => (
        <PasskeyLine key={passkey.id} passkey={passkey} onWish={onWish} />
      ))}
      {hasAny && (
        <Line
          icon={iconLock}
          title={t("factor.codes")}
          about={t("factor.codesLeft", { count: recoveryCodesLeft })}
        >
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onWish({ kind: "codes" })}
          >
            {t("factor.codesMake")}
          </Button>
        </Line>
      )}
    </ul>
  );
}

interface DialogProps {
  readonly dialog: FactorDialog;
  readonly onDialog: (next: FactorDialog) => void;
}

function OpenDialog({ dialog, onDialog }: DialogProps) {
  const { t } = useTexts();
  const close = () => onDialog({ kind: "none" });
  switch (dialog.kind) {
    case "none":
      return null;
    case "password":
      return <PasswordDialog wish={dialog.wish} onDialog={onDialog} />;
    case "totp":
      return (
        <Suspense fallback={null}>
          <TotpDialog enrolment={dialog.enrolment} onDialog={onDialog} />
        </Suspense>
      );
    case "codes":
      return (
        <Dialog
          title={t("factor.codes")}
          withCloseButton={false}
          closeOnClickOutside={false}
          closeOnEscape={false}
          onClose={close}
        >
          <RecoveryCodes codes={dialog.codes} onKept={close} />
        </Dialog>
      );
  }
}

/** What I show beside my password. */
export function SecondFactors() {
  const { t } = useTexts();
  const rest = useRest();
  const [dialog, setDialog] = useState<FactorDialog>({ kind: "none" });
  const query = useQuery({
    queryKey: factorsKey,
    queryFn: ({ signal }) => rest("getSecondFactors", { signal }),
  });
  return (
    <>
      <Loaded query={query}>
        {(factors) => (
          <>
            <p className={styles["lead"]}>
              {t("factor.lead")} {factors.isRequired && t("factor.required")}
            </p>
            <Lines
              factors={factors}
              onWish={(wish) => setDialog({ kind: "password", wish })}
            />
          </>
        )}
      </Loaded>
      <OpenDialog dialog={dialog} onDialog={setDialog} />
    </>
  );
}
