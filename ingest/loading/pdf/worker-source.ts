/**
 * Names under which the changed source finds, on globalThis, what this side puts there. Without it each place does what
 * it did.
 */
export const HOOKS = {
  drawn: 'kefu.fontsAreDrawn',
  room: 'kefu.roomForStream',
  inflate: 'kefu.inflate',
  path: 'kefu.path',
} as const;

const hook = (name: keyof typeof HOOKS) => `globalThis[Symbol.for('${HOOKS[name]}')]`;

/** Places in PDF.js' worker, and what stands there instead; `$&` is what stood there. */
export const CHANGES: Record<string, { place: RegExp; instead: string }> = {
  /** A font's program is written anew, as a list of numbers, only for the browser or the canvas that will draw it. */
  fonts: {
    place: /class CFFCompiler \{\s+constructor\(\w+\) \{[^}]*\}\s+compile\(\) \{/,
    instead: `$& if (!${hook('drawn')}) return [0];`,
  },
  /**
   * The program of a font whose letters are told by the file itself (ToUnicode) and whose widths stand in its
   * dictionary, as those of composite fonts do, says nothing more of the text; it is neither unpacked nor parsed.
   */
  fontProgram: {
    place: /if \(!file \|\| file\.isEmpty\) \{(?=\s+if \(file\) \{\s+warn\('Font file is empty)/,
    instead: `if (file && this.composite && properties.hasIncludedToUnicodeMap && !${hook('drawn')}) return;
    $&`,
  },
  fontProgramPacked: {
    place: /\} else if \(fontFile\.isEmpty\) \{(?=\s+throw new FormatError\("FontFile is empty"\);)/,
    instead: `} else if (${hook('drawn')} && fontFile.isEmpty) {`,
  },
  /** The room for a stream that is unpacked grows. */
  room: {
    place: /class DecodeStream extends BaseStream \{[\s\S]*?\n {2}ensureBuffer\(requested\) \{[^}]*\}/,
    instead: `$& ${hook('room')}?.(requested, buffer.byteLength);`,
  },
  /** A deflated stream is unpacked by zlib. */
  inflate: {
    place: /class FlateStream extends DecodeStream \{[\s\S]*?\n {2}readBlock\(\) \{/,
    instead: `$& if (${hook('inflate')}?.(this)) return;`,
  },
  /** A font that this content has used before is known: no promise is waited for. */
  knownFont: {
    place: /async function handleSetFont\(fontName, fontRef\) \{\s+const translated = await self\.loadFont\([^;]*;/,
    instead: `const knownFonts = new Map();
      function setFont(translated) {
        textState.loadedName = translated.loadedName;
        textState.font = translated.font;
        textState.fontMatrix = translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
      }
      $& if (!fontRef) knownFonts.set(fontName, translated);`,
  },
  setKnownFont: {
    place: /textState\.fontSize = fontSizeArg;(?=\s+next\(handleSetFont\(fontNameArg, null\)\);)/,
    instead: '$& if (knownFonts.has(fontNameArg)) { setFont(knownFonts.get(fontNameArg)); break; }',
  },
  /** A saved state is a copy; one made of the state before it as its prototype is slow to read, at each letter. */
  state: {
    place: /(class TextState \{[\s\S]*?\n {2}clone\(\) \{\s+)const clone = Object\.create\(this\);/,
    instead: '$1const clone = Object.assign(Object.create(TextState.prototype), this);',
  },
  /** Twice for each letter: two products of matrices, most of whose factors are 0. */
  transform: {
    place: /return Util\.transform\(textState\.ctm, Util\.transform\(textState\.textMatrix, tsm\)\);/,
    instead: `const m = textState.textMatrix, c = textState.ctm;
      const p0 = m[0] * tsm[0], p1 = m[1] * tsm[0], p2 = m[2] * tsm[3], p3 = m[3] * tsm[3];
      const p4 = m[2] * tsm[5] + m[4], p5 = m[3] * tsm[5] + m[5];
      return [c[0] * p0 + c[2] * p1, c[1] * p0 + c[3] * p1, c[0] * p2 + c[2] * p3, c[1] * p2 + c[3] * p3,
        c[0] * p4 + c[2] * p5 + c[4], c[1] * p4 + c[3] * p5 + c[5]];`,
  },
  /** Paths (operators from moveTo to endPath), of which the reading of text takes no notice, are told. */
  paths: {
    place:
      /const previousState = textState;\s+textState = stateManager\.state;\s+const fn = operation\.fn;\s+args = operation\.args;/,
    instead: `$& if (fn >= OPS.moveTo && fn <= OPS.endPath) { ${hook('path')}?.(fn, args, textState.ctm); continue; }`,
  },
  /** A form without text, drawn again elsewhere, draws its paths again. */
  formsOfPaths: {
    place: /if \(!sinkWrapper\.enqueueInvoked\) \{(?=\s+emptyXObjectCache\.set\(name, dict\.objId, true\);)/,
    instead: `if (!sinkWrapper.enqueueInvoked && !${hook('path')}) {`,
  },
  /** What a font is called goes with the text that is set in it. */
  fontNames: {
    place: /descent: font\.descent,\s+vertical: font\.vertical(?=\s+\};\s+if \(self\.options\.fontExtraProperties)/,
    instead: '$&, name: font.name, bold: font.bold || font.black',
  },
};

/** The worker's source with these changes; a place that is not there stays as it is. */
export const changedSource = (source: string): string =>
  Object.values(CHANGES).reduce((text, { place, instead }) => text.replace(place, instead), source);
