import { useQuery } from "@tanstack/react-query";
import { DEFAULT_ACCENT_COLOUR } from "@veche/ui";
import type { Branding } from "@veche/contracts";
import { useServices } from "../services.tsx";

export const brandingKey = ["branding"] as const;

const ownBranding: Branding = {
  productName: "Veche",
  accentColour: DEFAULT_ACCENT_COLOUR,
  logoPath: null,
};

/** The company's look; until the server has answered as this browser saw it last, else the product's own. */
export function useBranding(): Branding {
  const { rest, keptBranding } = useServices();
  const query = useQuery({
    queryKey: brandingKey,
    queryFn: async ({ signal }) => {
      const branding = await rest("getBranding", { signal });
      keptBranding.set(branding);
      return branding;
    },
    initialData: () => keptBranding.get(),
    initialDataUpdatedAt: 0,
    staleTime: 300_000,
  });
  return query.data ?? ownBranding;
}
