import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSettings } from '../config/env.ts';

const CALL = 'alert(1)';
const ELEMENTS = [
  'img src=x',
  'svg',
  'video src=x',
  'audio src=x',
  'input autofocus',
  'body',
  'details open',
  'a href=#',
];
const EVENTS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover'];
/** Ways to write an element that calls something: quoted, broken, cased, nested, closed twice. */
const SHAPES: Array<(element: string, event: string) => string> = [
  (element, event) => `<${element} ${event}=${CALL}>`,
  (element, event) => `"><${element} ${event}="${CALL}">`,
  (element, event) => `'/><${element.toUpperCase()}\n${event.toUpperCase()}='${CALL}'//`,
  (element, event) => `<<${element}/${event}=${CALL}//<`,
  (element, event) => `**<${element} ${event}=\`${CALL}\`>** [1]`,
  (element, event) => `| a | <${element} ${event}=${CALL}> |\n| --- | --- |`,
  (element, event) => `- [x] <${element} x='>' ${event} = "${CALL}" y`,
];
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  'java\tscript:',
  '&#106;avascript:',
  'vbscript:',
  'data:text/html,',
];
const LINKS: Array<(address: string) => string> = [
  (address) => `[press](${address})`,
  (address) => `![press](${address})`,
  (address) => `<${address}>`,
  (address) => `[press][x]\n\n[x]: ${address}`,
  (address) => `<a href="${address}">press</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
];
const WHOLE = [
  `<script>${CALL}</script>`,
  `</script><script>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<ScRiPt\u00a0src=//x.example></ScRiPt>`,
  `<style>@import 'javascript:${CALL}';</style>`,
  `<div style="background:url(javascript:${CALL})">`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${CALL}>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<template><script>${CALL}</script></template>`,
  `<form><button formaction=javascript:${CALL}>press`,
  `<object data="javascript:${CALL}"></object><embed src="javascript:${CALL}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<base href="javascript:/a/-${CALL}//">`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `\u2028<img src=x onerror=${CALL}>\u2029`,
  `\ufeff＜script＞${CALL}＜/script＞`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `<!--><img src=x onerror=${CALL}>-->`,
  `\`\`\`html\n<script>${CALL}</script>\n\`\`\``,
];

/** Of the Big List of Naughty Strings, where the public data sets are: what looks like markup or an address. */
function naughty(): string[] {
  const { datasetsDir } = readSettings({ KEFU_DATASETS: process.env.KEFU_DATASETS });
  const file = join(datasetsDir ?? '', 'blns', 'blns.json');
  if (!datasetsDir || !existsSync(file)) return [];
  return z
    .array(z.string())
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .filter((text) => /<|script:|alert/i.test(text));
}

/** Texts that run something wherever they are taken for HTML, script or an address; at least three hundred. */
export function injectionStrings(): string[] {
  const elements = ELEMENTS.flatMap((element) =>
    EVENTS.flatMap((event) => SHAPES.map((shape) => shape(element, event))),
  );
  const links = SCHEMES.flatMap((scheme) => LINKS.map((link) => link(scheme + CALL)));
  return [...WHOLE, ...elements, ...links, ...naughty()];
}
