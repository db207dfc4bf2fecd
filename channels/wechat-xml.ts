import { Parser } from 'htmlparser2';
import { badRequest } from '../config/errors.ts';

const MOST_FIELDS = 60;

/** The flat XML of WeChat's messages: the text of each element below the root. Entities are not expanded. */
export function readXml(xml: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name);
        if (path.length > 4 || Object.keys(fields).length > MOST_FIELDS)
          throw badRequest('bad_xml', 'Too deep or too long.');
      },
      ontext(text) {
        const [, name] = path;
        if (name && path.length === 2) fields[name] = (fields[name] ?? '') + text;
      },
      onclosetag: () => void path.pop(),
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(xml);
  return fields;
}

/** The same the other way; numbers as they are, texts as CDATA. */
export function writeXml(fields: Record<string, string | number>): string {
  const inner = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number'
      ? `<${name}>${value}</${name}>`
      : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
  return `<xml>${inner.join('')}</xml>`;
}
