interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
}

/** A JSON schema as a person would write it down: `{id: string, page: integer | null, …}`. */
export function schemaText(schema: unknown, indent = ''): string {
  const {
    $ref,
    type,
    enum: values,
    const: constant,
    properties,
    items,
    anyOf,
    oneOf,
    format,
    additionalProperties,
  } = (schema ?? {}) as JsonSchema;
  if ($ref) return $ref.split('/').at(-1) ?? $ref;
  if (constant !== undefined) return JSON.stringify(constant);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  const choices = anyOf ?? oneOf;
  if (choices) return choices.map((choice) => schemaText(choice, indent)).join(' | ');
  if (items) return `[${schemaText(items, indent)}]`;
  if (properties) return objectText(schema as JsonSchema, indent);
  if (typeof additionalProperties === 'object') return `{[name]: ${schemaText(additionalProperties, indent)}}`;
  const name = Array.isArray(type) ? type.join(' | ') : (type ?? 'anything');
  return format ? `${name} (${format})` : name;
}

function objectText({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? '' : '?';
    const note = property.description ? `  // ${property.description}` : '';
    return `${inner}${name}${mark}: ${schemaText(property, inner)}${note}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}
