import type { PrincipalId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { CallPlaceState } from "../../features/call/call-place-state.ts";

export interface SoundComingsDeps {
  readonly calls: { readonly state: Readable<CallPlaceState> };
  readonly sounds: Pick<Sounds, "cameIn" | "wentOut">;
}

/** A sound when somebody comes into the group's call one is in, another when somebody leaves it. Answers with its end. */
export function soundComings({ calls, sounds }: SoundComingsDeps): () => void {
  let stopFollowing = (): void => undefined;

  const follow = (): void => {
    stopFollowing();
    stopFollowing = () => undefined;
    const place = calls.state.get();
    if (place.kind !== "here") return;
    const { snapshot } = place.stay.session;
    // Who is there when I come in makes no sound.
    let known: ReadonlySet<PrincipalId> | undefined;
    stopFollowing = snapshot.subscribe(() => {
      const { call, others, state } = snapshot.get();
      if (call === null || state.kind === "ended") return;
      const present = new Set(
        others.map(({ participant }) => participant.principalId),
      );
      // Of two it may become a group's; until then it has sounds of its own.
      if (known !== undefined && call.kind === "group") {
        if ([...present].some((id) => known?.has(id) === false))
          sounds.cameIn();
        else if ([...known].some((id) => !present.has(id))) sounds.wentOut();
      }
      known = present;
    });
  };
  const stopWatching = calls.state.subscribe(follow);
  follow();
  return () => {
    stopWatching();
    stopFollowing();
  };
}
