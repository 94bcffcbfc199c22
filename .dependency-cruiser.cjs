const { arrows } = require("./tools/boundaries/arrows.cjs");

const modules = "^apps/server/src/modules";
const isTest =
  "\\.test\\.tsx?$|^apps/server/tests/|^packages/call-client/(browser-)?tests/|^packages/test-world/|^e2e/|^bench/";
const isConfiguration = "(vite|vitest|eslint|knip)[a-z.]*config\\.[jt]s$";

/** One rule for each module: its own neighbours and nobody else. */
const neighbourRules = Object.entries(arrows).map(([name, neighbours]) => ({
  name: `${name}-knows-its-neighbours-only`,
  comment: `${name} may use ${neighbours.join(", ") || "no other module"}. For anything else declare a port that app/ plugs, or listen to an event.`,
  severity: "error",
  from: { path: `${modules}/${name}/` },
  to: {
    path: `${modules}/`,
    pathNot: `${modules}/(${[name, ...neighbours].join("|")})/`,
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment:
        "Two files that need each other hold one idea or hide a third. Type imports count: they tie the same knot.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "module-is-listed",
      comment:
        "A new module declares its neighbours in tools/boundaries/arrows.cjs first.",
      severity: "error",
      from: {},
      to: {
        path: `${modules}/`,
        pathNot: `${modules}/(${Object.keys(arrows).join("|")})/`,
      },
    },
    ...neighbourRules,
    {
      name: "through-the-face",
      comment:
        "Import modules/<name>/index.ts. What it does not export is nobody else's business.",
      severity: "error",
      from: {
        path: "^(apps|packages|e2e|bench)/",
        pathNot: `${modules}/([^/]+)/`,
      },
      to: {
        path: `${modules}/[^/]+/`,
        pathNot: `${modules}/[^/]+/index\\.ts$`,
      },
    },
    {
      name: "through-the-neighbours-face",
      comment: "A neighbour module is used through its index.ts as well.",
      severity: "error",
      from: { path: `${modules}/([^/]+)/` },
      to: {
        path: `${modules}/[^/]+/`,
        pathNot: [`${modules}/$1/`, `${modules}/[^/]+/index\\.ts$`],
      },
    },
    {
      name: "domain-is-pure",
      comment:
        "Rules and state machines know themselves and the contracts: no database, no clock, no framework.",
      severity: "error",
      from: { path: `${modules}/([^/]+)/domain/`, pathNot: isTest },
      to: {
        pathNot: [
          `${modules}/$1/domain/`,
          "^packages/contracts/",
          // They count time and have no powers, as long as nobody asks `Temporal.Now`.
          "^node_modules/(temporal-polyfill|rrule-temporal)/",
        ],
      },
    },
    {
      name: "platform-knows-no-module",
      comment:
        "The platform serves any product. What it needs of a module is an interface it declares.",
      severity: "error",
      from: { path: "^apps/server/src/platform/" },
      to: { path: "^apps/server/src/(modules|app)/" },
    },
    {
      name: "composition-root-is-the-top",
      comment:
        "app/ and main.ts put everything together; nothing may lean on them.",
      severity: "error",
      from: {
        path: "^(apps|packages)/",
        pathNot: ["^apps/server/src/(app/|main\\.ts$)", isTest],
      },
      to: { path: "^apps/server/src/(app/|main\\.ts$)" },
    },
    {
      name: "contracts-import-nothing-of-ours",
      comment:
        "The contract is the bottom: both ends and outsiders build on it.",
      severity: "error",
      from: { path: "^packages/contracts/" },
      to: { path: "^(apps|packages)/", pathNot: "^packages/contracts/" },
    },
    {
      name: "packages-build-on-contracts",
      comment:
        "realtime-client, call-client, ui and sdk are used apart from each other; only contracts lie below them.",
      severity: "error",
      from: {
        path: "^packages/(realtime-client|call-client|ui|sdk)/",
        pathNot: isTest,
      },
      to: {
        path: "^(apps|packages)/",
        pathNot: ["^packages/contracts/", "^packages/$1/"],
      },
    },
    {
      name: "clients-see-contracts-not-the-server",
      comment: "What a browser needs of the server is in the contract.",
      severity: "error",
      from: {
        path: "^(apps/(web|widget)|packages/(contracts|realtime-client|call-client|ui))/",
      },
      to: { path: "^apps/server/" },
    },
    {
      name: "server-sees-no-client",
      comment:
        "The server serves built files; it imports no code of a browser.",
      severity: "error",
      from: { path: "^apps/server/" },
      to: {
        path: "^(apps/(web|widget)|packages/(realtime-client|call-client|ui))/",
      },
    },
    {
      name: "apps-do-not-import-apps",
      comment: "Web and widget share packages, not each other's files.",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "features-do-not-know-each-other",
      comment:
        "platform <- features <- app: app/ composes features through slots.",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: {
        path: "^apps/web/src/(features|app)/",
        pathNot: "^apps/web/src/features/$1/",
      },
    },
    {
      name: "web-platform-is-below-features",
      comment: "platform <- features <- app.",
      severity: "error",
      from: { path: "^apps/web/src/platform/" },
      to: { path: "^apps/web/src/(features|app)/" },
    },
    {
      name: "loader-stands-alone",
      comment:
        "The loader runs on a stranger's page within 10 kB: it takes nothing but itself and the contract's types.",
      severity: "error",
      from: { path: "^apps/widget/loader/", pathNot: isTest },
      to: {
        path: "^(apps|packages)/|node_modules",
        pathNot: ["^apps/widget/(loader|shared)/", "^packages/contracts/"],
      },
    },
    {
      name: "test-world-is-for-tests",
      comment: "A product that needs its test bench is not tested.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: isTest },
      to: { path: "^packages/test-world/" },
    },
    {
      name: "product-imports-no-test",
      comment: "Tests stand beside their subject and are imported by nobody.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: isTest },
      to: { path: "\\.test\\.tsx?$|^apps/server/tests/" },
    },
    {
      name: "no-orphan",
      comment:
        "Nobody imports it: delete it, or it is an entry that this rule should know.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          isTest,
          isConfiguration,
          "^apps/server/migrations/",
          "^scripts/",
          "^tools/",
          "\\.d\\.ts$",
          "^apps/widget/(demo/|size-check\\.ts$)",
          "^\\.dependency-cruiser\\.cjs$",
        ],
      },
      to: {},
    },
    {
      name: "no-dev-dependency-in-the-product",
      comment:
        "It works on the developer's machine and not on the customer's. Move it to dependencies.",
      severity: "error",
      from: {
        path: "^(apps|packages)/",
        pathNot: [isTest, isConfiguration, "^apps/widget/size-check\\.ts$"],
      },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
    {
      name: "is-declared-and-found",
      comment:
        "An import that resolves to nothing, or to a package that no manifest names, breaks on the next install.",
      severity: "error",
      from: { path: "^(apps|packages|e2e|bench|tools|scripts)/" },
      to: {
        dependencyTypes: [
          "npm-no-pkg",
          "npm-unknown",
          "unknown",
          "undetermined",
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/|^data/|\\?raw$|\\?url$|\\.css$|^virtual:" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default", "browser", "node"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".d.ts", ".json"],
    },
  },
};
