import type { OpenApiDocument } from './describe-operations.ts';

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;
const INPUT = 'Input';

/**
 * Every schema is there twice, as it comes in (`NameInput`) and as it goes out (`Name`). Keeps those that an
 * operation refers to, and lets an incoming one have the plain name where nothing outgoing has it.
 */
export function keepUsedSchemas(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name = ''] of (JSON.stringify(part) ?? '').matchAll(REFERENCE)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(document.paths);

  const plain = (name: string) => {
    const short = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : name;
    return used.has(short) ? name : short;
  };
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  const renamed = Object.fromEntries(kept.map(([name, schema]) => [plain(name), schema]).sort());
  const complete = { ...document, components: { ...document.components, schemas: renamed } };
  const text = JSON.stringify(complete).replace(
    REFERENCE,
    (_, name: string) => `"#/components/schemas/${plain(name)}"`,
  );
  return JSON.parse(text) as OpenApiDocument;
}
