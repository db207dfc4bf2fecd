import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'web');
const dist = join(web, 'dist');
const stampFile = join(dist, '.stamp');
/** What the pages read of other rooms. */
const SHARED = [join(root, 'tools/state-words.json')];

/** Kilobytes gzipped that a file of the build may have. */
const LIMITS: Record<string, number> = { 'widget.js': 35 };
/** And what the console needs before its first page is seen. */
const CONSOLE_LIMIT = 150;

/** All that the output depends on: the sources, this script, and the versions of what builds and runs in them. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(web, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(dist));
  const manifests = ['vite', 'preact', 'react', 'pdfjs-dist'].map((name) =>
    join(root, 'node_modules', name, 'package.json'),
  );
  for (const file of [...sources.sort(), ...SHARED, fileURLToPath(import.meta.url), ...manifests]) {
    hash.update(relative(root, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The pages: `/` and the console, modules with hashed names. Nothing inline, so that a strict CSP can stand. */
const pages = (): InlineConfig => ({
  root: web,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { shop: join(web, 'index.html'), console: join(web, 'console/index.html') } },
  },
});

/** The widget: one classic script, its styles as text inside. */
const widget = (): InlineConfig => ({
  root: web,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: dist,
    emptyOutDir: false,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: join(web, 'widget/main.ts'),
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
});

/** Gzipped size of every file, in kB; throws when one is over its limit. */
async function sizes(): Promise<string[]> {
  const { gzipSync } = await import('node:zlib');
  const files = await readdir(dist, { recursive: true });
  const lines: string[] = [];
  for (const file of files.filter((name) => /\.(m?js|css)$/.test(name) && !name.includes('pdfjs-')).sort()) {
    const kilobytes = gzipSync(await readFile(join(dist, file)), { level: 9 }).length / 1000;
    lines.push(`  ${kilobytes.toFixed(1).padStart(6)} kB  ${file}`);
    const limit = LIMITS[file];
    if (limit !== undefined && kilobytes > limit) throw new Error(`${file} has ${kilobytes} kB gzipped, over ${limit}`);
  }
  return lines;
}

/** What PDF.js asks for by name while it draws: encodings, fonts, decoders. The folder has the version in its name. */
async function copyPdfFiles(): Promise<void> {
  const from = join(root, 'node_modules/pdfjs-dist');
  const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as { version: string };
  for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
    await cp(join(from, folder), join(dist, `assets/pdfjs-${version}`, folder), { recursive: true, dereference: true });
}

/** What a shop's page reads beside the script: the SDK's types, and the words of further languages. */
async function copyWidgetFiles(): Promise<void> {
  await cp(join(web, 'widget/kefu.d.ts'), join(dist, 'widget.d.ts'));
  await cp(join(web, 'i18n/more'), join(dist, 'widget/words'), { recursive: true });
}

/** Throws when what the console's page loads at once, scripts and styles, is over its limit. */
async function checkConsole(): Promise<string> {
  const { gzipSync } = await import('node:zlib');
  const page = await readFile(join(dist, 'console/index.html'), 'utf8');
  let kilobytes = 0;
  for (const [, file] of page.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g))
    kilobytes += gzipSync(await readFile(join(dist, file ?? '')), { level: 9 }).length / 1000;
  if (kilobytes > CONSOLE_LIMIT) throw new Error(`The console loads ${kilobytes} kB at once, over ${CONSOLE_LIMIT}`);
  return `  ${kilobytes.toFixed(1).padStart(6)} kB  all that the console's first page loads`;
}

/** Below this a header weighs more than what is saved. */
const LEAST_BYTES = 1_000;
/** Near the best, at a tenth of its time. */
const BROTLI_QUALITY = 9;

/** Lays .br and .gz beside everything that is text: the server sends them as they are. */
async function compress(): Promise<void> {
  const { brotliCompressSync, constants, gzipSync } = await import('node:zlib');
  const files = await readdir(dist, { recursive: true });
  for (const file of files.filter((name) => /\.(m?js|css|html|json)$/.test(name)).map((name) => join(dist, name))) {
    const bytes = await readFile(file);
    if (bytes.length < LEAST_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }));
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Builds web/dist unless it is up to date. */
export async function buildWeb(): Promise<'built' | 'unchanged'> {
  const stamp = await fingerprint();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return 'unchanged';
  // A test run sets NODE_ENV to test, of which Vite would make a build with React's development half.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build(pages());
  await build(widget());
  await copyPdfFiles();
  await copyWidgetFiles();
  const report = [...(await sizes()), await checkConsole()];
  await compress();
  await writeFile(stampFile, stamp);
  if (process.argv.includes('--sizes')) console.log(report.join('\n'));
  return 'built';
}

if (import.meta.main) console.log(`web: ${await buildWeb()}`);
