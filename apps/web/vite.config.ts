import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const serverOrigin = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    // The strict content policy allows no inline code; current browsers preload modules themselves.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: {
      "/api": serverOrigin,
      "/branding": serverOrigin,
      "/realtime": { target: serverOrigin, ws: true },
    },
  },
});
