import preact from "@preact/preset-vite";
import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type Rollup } from "vite";

const at = (path: string): string =>
  fileURLToPath(new URL(path, import.meta.url));
const outDir = at("dist");

/** Builds the loader, which must know the hashed name of the chat part, and the demo shop beside it. */
function loaderAndShop(): Plugin {
  let chatFile = "";
  return {
    name: "loader-and-shop",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(
        (file): file is Rollup.OutputChunk => file.type === "chunk",
      );
      chatFile = chunks.find(({ isEntry }) => isEntry)?.fileName ?? "";
    },
    async closeBundle() {
      const { cp } = await import("node:fs/promises");
      const script = (input: string, file: string, dir: string) =>
        build({
          configFile: false,
          plugins: [
            preact({ devToolsEnabled: false, reactAliasesEnabled: false }),
          ],
          logLevel: "warn",
          publicDir: false,
          define: { __CHAT_FILE__: JSON.stringify(chatFile) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            target: "es2022",
            lib: {
              entry: at(input),
              formats: ["iife"],
              name: "vecheScript",
              fileName: () => file,
            },
          },
        });
      await script("loader/main.ts", "loader.js", outDir);
      await script("demo/shop.ts", "shop.js", `${outDir}/shop`);
      await script("demo/orders/orders.ts", "orders.js", `${outDir}/orders`);
      for (const file of ["index.html", "orders.css"])
        await cp(at(`demo/orders/${file}`), `${outDir}/orders/${file}`);
      const embed = `${outDir}/embed`;
      await script("embed/element/main.ts", "veche-conversation.js", embed);
      await script("embed/frame/main.tsx", "frame.js", embed);
      for (const from of ["demo/pages", "demo/public"])
        await cp(at(from), `${outDir}/shop`, { recursive: true });
      await cp(at("demo/shop.css"), `${outDir}/shop/shop.css`);
      await cp(at("embed/page.html"), `${embed}/page.html`);
    },
  };
}

export default defineConfig({
  root: at("."),
  base: "./",
  publicDir: false,
  plugins: [
    preact({ devToolsEnabled: false, reactAliasesEnabled: false }),
    loaderAndShop(),
  ],
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    manifest: "manifest.json",
    rolldownOptions: {
      input: { chat: at("frame/main.tsx") },
      preserveEntrySignatures: "allow-extension",
      output: {
        format: "es",
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes("/frame/call/"))
            ? "call-[hash].js"
            : "shared-[hash].js",
      },
    },
  },
});
