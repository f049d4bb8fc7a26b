// Makes the one style sheet of the pages, and lays its fonts beside it: the sources of this folder, and the components of the
// NL Design System that they import from node_modules. Called by scripts/build.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleAsync } from "lightningcss";

const styles = dirname(fileURLToPath(import.meta.url));
const site = dirname(styles);
const output = join(site, "static/site");
const require = createRequire(import.meta.url);

const FONT = "@fontsource/source-serif-4/files/source-serif-4";
const FONT_FILES = ["latin-400-normal", "latin-400-italic", "latin-700-normal", "latin-ext-400-normal", "latin-ext-700-normal"];
// Browsers since the middle of 2022; a version is major << 16 | minor << 8.
const BROWSERS = { chrome: 103 << 16, firefox: 102 << 16, safari: (15 << 16) | (5 << 8) };

const listFiles = (folder, extension) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name));
const read = (file) => readFileSync(file, "utf8");

// Components hold many more variants than these pages use: rules for a class that no template and no module names are left out.
function findUnusedClasses(sheets) {
  const sources = [...listFiles(join(site, "templates"), ".html"), ...listFiles(site, ".py")];
  const named = new Set(sources.flatMap((file) => read(file).match(/[\w-]+/g) ?? []));
  const styled = new Set(sheets.flatMap((file) => [...read(file).matchAll(/\.(-?[a-zA-Z][\w-]*)/g)].map((match) => match[1])));
  return [...styled].filter((name) => !named.has(name));
}

const imported = [];
const resolver = {
  resolve(specifier, from) {
    const file = specifier.startsWith("@") ? require.resolve(specifier) : resolve(dirname(from), specifier);
    if (specifier.startsWith("@")) imported.push(file);
    return file;
  },
};
const bundle = (unusedSymbols) =>
  bundleAsync({ filename: join(styles, "site.css"), minify: true, targets: BROWSERS, resolver, unusedSymbols });

await bundle([]);
const { code, warnings } = await bundle(findUnusedClasses(imported));
if (warnings.length) throw new Error(JSON.stringify(warnings, null, 2));

mkdirSync(output, { recursive: true });
writeFileSync(join(output, "site.css"), code);
for (const name of FONT_FILES) copyFileSync(require.resolve(`${FONT}-${name}.woff2`), join(output, `source-serif-${name}.woff2`));
