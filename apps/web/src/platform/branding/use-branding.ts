import { useQuery } from "@tanstack/react-query";
import { DEFAULT_ACCENT_COLOUR } from "@veche/ui";
import type { Branding } from "@veche/contracts";
import { useRest } from "../services.tsx";

export const brandingKey = ["branding"] as const;

const ownBranding: Branding = {
  productName: "Veche",
  accentColour: DEFAULT_ACCENT_COLOUR,
  logoPath: null,
};

/** The company's look; the product's own until the server has answered. */
export function useBranding(): Branding {
  const rest = useRest();
  const query = useQuery({
    queryKey: brandingKey,
    queryFn: ({ signal }) => rest("getBranding", { signal }),
    staleTime: 300_000,
  });
  return query.data ?? ownBranding;
}
