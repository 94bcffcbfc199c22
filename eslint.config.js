import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { veche } from "./tools/eslint-rules/index.ts";

const typescript = ["**/*.ts", "**/*.tsx"];
const plainJavaScript = ["**/*.js", "**/*.cjs"];
const tests = [
  "**/*.test.ts",
  "**/*.test.tsx",
  "apps/server/tests/**",
  "packages/*/tests/**",
  "packages/call-client/browser-tests/**",
  "packages/test-world/**",
  "e2e/**",
  "bench/**",
];
/** Configuration files are read by their tools, which ask for a default export. */
const configuration = [
  "*.config.{js,ts}",
  "**/vite.config.ts",
  "**/vitest.config.ts",
  "**/vite.*.config.ts",
  ".dependency-cruiser.cjs",
];
/** Where the powers themselves live, and what stands outside the product. */
const powerHolders = [
  "apps/server/src/platform/**",
  // The edges where the browser and Node hand theirs over.
  "packages/realtime-client/src/browser-powers.ts",
  "packages/sdk/src/node-powers.ts",
  "apps/web/src/offline/service-worker.ts",
  "apps/*/migrations/**",
  "scripts/**",
  "tools/**",
  "apps/widget/demo/**",
  ...configuration,
  ...tests,
];

export default defineConfig(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "data/",
      "coverage/",
      "e2e/artifacts/",
      "bench/results/",
      "apps/widget/demo/**/*.js",
    ],
  },
  {
    linterOptions: {
      reportUnusedDisableDirectives: "error",
      reportUnusedInlineConfigs: "error",
    },
  },
  js.configs.recommended,
  {
    files: typescript,
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            "apps/*/vite.config.ts",
            "apps/*/vite.*.config.ts",
            "apps/widget/size-check.ts",
          ],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          ignoreRestSiblings: true,
        },
      ],
      "@typescript-eslint/prefer-readonly": "error",
      // A handler of a promised shape may have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // A brand or a result's shape is named by a type parameter used once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Tagged unions and closed objects read the same both ways; the compiler settings forbid the rest.
      "@typescript-eslint/consistent-type-definitions": "off",
      // The compiler asks for the brackets (noPropertyAccessFromIndexSignature).
      "@typescript-eslint/dot-notation": "off",
      "no-undef": "off",
      "no-shadow": "off",
      "@typescript-eslint/no-shadow": [
        "error",
        { ignoreTypeValueShadow: true },
      ],
      "veche/reason-beside-assertion": "error",
      "veche/no-boolean-parameter": "error",
    },
  },
  {
    plugins: { veche },
    rules: {
      eqeqeq: "error",
      "no-warning-comments": [
        "error",
        { terms: ["todo", "fixme", "xxx", "hack"], location: "start" },
      ],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "No default exports: a thing has one name everywhere.",
        },
      ],
      "max-lines": [
        "error",
        { max: 400, skipBlankLines: true, skipComments: true },
      ],
      "max-lines-per-function": [
        "error",
        { max: 50, skipBlankLines: true, skipComments: true },
      ],
      "max-params": ["error", 3],
      "max-depth": ["error", 3],
      "veche/file-name": "error",
      "veche/powers-passed-in": "error",
      "veche/disable-needs-reason": "error",
    },
  },
  {
    files: ["apps/web/**", "packages/ui/**"],
    extends: [reactHooks.configs.flat.recommended],
  },
  { files: powerHolders, rules: { "veche/powers-passed-in": "off" } },
  {
    files: tests,
    rules: {
      // A scenario reads in one piece; builders arrange, so it is still short.
      "max-lines": [
        "error",
        { max: 600, skipBlankLines: true, skipComments: true },
      ],
      "max-lines-per-function": "off",
      "veche/reason-beside-assertion": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: [
      ...plainJavaScript,
      "scripts/**",
      "tools/**",
      "bench/**",
      "e2e/faults/**",
      "apps/widget/size-check.ts",
      "apps/server/src/main.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: plainJavaScript,
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        fetch: "readonly",
        URL: "readonly",
        module: "writable",
        require: "readonly",
        __dirname: "readonly",
        Buffer: "readonly",
        performance: "readonly",
        AbortController: "readonly",
        AbortSignal: "readonly",
      },
    },
  },
  {
    files: configuration,
    rules: { "no-restricted-syntax": "off", "max-lines-per-function": "off" },
  },
);
