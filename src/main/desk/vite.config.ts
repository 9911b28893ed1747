import {defineConfig} from "vite";

/** While one works on the desk (npm run dev), a service of one's own answers: BILAN_URL, or where serve listens. */
const service = process.env["BILAN_URL"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  build: {
    outDir: "../../../target/classes/META-INF/resources",
    emptyOutDir: true,
    target: "es2022",
    // Not as data: in the page, which its policy forbids.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    // The licences of what is shipped in it ask to be shipped too.
    license: {fileName: "assets/licences.md"},
  },
  server: {
    proxy: Object.fromEntries(
      [
        "assessments",
        "claims",
        "dossier.schema.json",
        "dossiers",
        "drafts",
        "evaluations",
        "exports",
        "ledger",
        "map",
        "me",
        "media",
        "methodology",
        "overrides",
        "q",
        "rescorings",
        "rules",
        "rulesets",
        "session",
        "tokens",
        "users",
        "views",
      ].map((path) => [`^/${path.replace(".", "\\.")}(?=[/?]|$)`, {target: service}]),
    ),
  },
});
