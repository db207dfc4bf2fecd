import type { OpenApiDocument, Operation } from './describe-operations.ts';
import { schemaText } from './schema-text.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (raw: string) => raw.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
/** Escaped text in which `…` marks code. */
const prose = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

interface DocumentInfo {
  title: string;
  description: string;
}

/** The API as one page of plain HTML: no script, one style sheet of our own, readable without either. */
export function docsPage(document: OpenApiDocument, info: DocumentInfo, tags: string[]): string {
  const sections = tags.map((tag) => ({ tag, operations: operationsOf(document, tag) }));
  const contents = sections.map(({ tag }) => `<a href="#${slug(tag)}">${escapeHtml(tag)}</a>`).join('\n');
  const body = sections
    .map(
      ({ tag, operations }) =>
        `<section id="${slug(tag)}"><h2>${escapeHtml(tag)}</h2>
<ul class="routes">${operations.map(routeHtml).join('')}</ul>
${operations.map(operationHtml).join('')}</section>`,
    )
    .join('\n');
  const schemas = Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) => `<details id="${slug(name)}"><summary>${escapeHtml(name)}</summary>${code(schema)}</details>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><h1>${escapeHtml(info.title)} API</h1>
${info.description
  .split('\n\n')
  .map((text) => `<p>${prose(text)}</p>`)
  .join('')}
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p></header>
<nav>${contents}
<a href="#schemas">Schemas</a></nav>
<main>${body}
<section id="schemas"><h2>Schemas</h2>${schemas}</section></main>
</body>
</html>`;
}

const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
/** A schema as text; one that has a name leads to where it is written down. */
function code(schema: unknown): string {
  const text = escapeHtml(schemaText(schema));
  const isNamed = typeof schema === 'object' && schema !== null && '$ref' in schema;
  return `<pre>${isNamed ? `<a href="#${slug(text)}">${text}</a>` : text}</pre>`;
}

interface Route {
  method: string;
  path: string;
  operation: Operation;
}

const operationsOf = (document: OpenApiDocument, tag: string): Route[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.tags?.includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  );

/** A line of a section's contents. */
const routeHtml = ({ method, path, operation: { operationId = '', summary = '' } }: Route): string =>
  `<li><span class="method ${method}">${method.toUpperCase()}</span>
<a href="#${escapeHtml(operationId)}"><code>${escapeHtml(path)}</code></a> ${prose(summary)}</li>`;

function operationHtml({ method, path, operation }: Route): string {
  const { summary = '', description, parameters = [], requestBody, responses = {}, security } = operation;
  const inputs = parameters
    .map(
      ({ name, in: place, schema }) =>
        `<li><code>${escapeHtml(name)}</code> in ${place}: ${escapeHtml(schemaText(schema))}</li>`,
    )
    .join('');
  const answers = Object.entries(responses)
    .map(([status, { description: meaning = '', content = {} }]) => {
      const types = Object.entries(content).map(
        ([type, media]) => `<div>${escapeHtml(type)}</div>${code(media.schema)}`,
      );
      return `<details><summary><b>${status}</b> ${prose(meaning)}</summary>${types.join('')}</details>`;
    })
    .join('');
  return `<article id="${escapeHtml(operation.operationId ?? '')}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3>
<p><b>${prose(summary)}</b>${security?.length ? ' <span class="token">token</span>' : ''}</p>
${description ? `<p>${prose(description)}</p>` : ''}
${inputs ? `<h4>Parameters</h4><ul>${inputs}</ul>` : ''}
${requestBody ? `<h4>Body</h4>${bodyHtml(requestBody)}` : ''}
<h4>Answers</h4>${answers}
</article>`;
}

function bodyHtml({ content = {} }: NonNullable<Operation['requestBody']>): string {
  return Object.entries(content)
    .map(([type, { schema, example }]) => {
      const shown = example === undefined ? '' : `<pre>${escapeHtml(JSON.stringify(example, null, 2))}</pre>`;
      return `<div>${escapeHtml(type)}</div>${code(schema)}${shown && `<div>For example</div>${shown}`}`;
    })
    .join('');
}
