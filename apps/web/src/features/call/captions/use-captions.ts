import { useLocalStorage } from "@mantine/hooks";

/** Whether captions are shown: chosen once for this browser, off at first. */
export function useCaptions() {
  const [choice, setChoice] = useLocalStorage<"off" | "on">({
    key: "veche.captions",
    defaultValue: "off",
    getInitialValueInEffect: false,
  });
  const isOn = choice === "on";
  return { isOn, toggle: () => setChoice(isOn ? "off" : "on") };
}
