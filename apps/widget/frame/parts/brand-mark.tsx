import type { Branding } from "@veche/contracts";
import { useWidget } from "./widget-context.ts";

/** The company's logo, or its first letter where it has none, and its name. */
export function BrandMark({ branding }: { readonly branding: Branding }) {
  const { serverUrl } = useWidget().host;
  const { logoPath, productName } = branding;
  return (
    <span class="brand">
      {logoPath === null ? (
        <span class="brand-letter" aria-hidden="true">
          {productName.slice(0, 1)}
        </span>
      ) : (
        <img
          class="brand-logo"
          src={`${serverUrl}${logoPath.replace(/^\//, "")}`}
          alt=""
        />
      )}
      <span class="brand-name">{productName}</span>
    </span>
  );
}
