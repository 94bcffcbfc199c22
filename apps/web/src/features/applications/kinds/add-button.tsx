import { Button } from "@mantine/core";
import { iconPlus } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";

interface AddButtonProps {
  readonly name: string;
  readonly onClick: () => void;
}

/** One more of what stands above it. */
export const AddButton = ({ name, onClick }: AddButtonProps) => (
  <Button
    variant="default"
    justify="flex-start"
    leftSection={<Icon paths={iconPlus} size={16} />}
    onClick={onClick}
  >
    {name}
  </Button>
);
