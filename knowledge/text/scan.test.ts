import { describe, expect, it } from 'vitest';
import { normalize } from './normalize.ts';
import { scan, scanByPattern, type Token } from './scan.ts';

const PARTS =
  "退|货|退款|数据线|AF|-50|50|元|3.5|，|,| |'|’s|天|二十五|〇|⺀|𠀀|é|ﬁ|Ａ|1,299.00|12kg|don't|_|&|usb-c3|々|٣|の|カ|\n|shipping| cost |運費|2026-11-20| internationalisation".split(
    '|',
  );

/** Texts dealt from parts that meet in every order, the same at every run. */
function* mixtures(count: number): Generator<string> {
  let state = 7;
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
  for (let i = 0; i < count; i++) yield Array.from({ length: 1 + roll(12) }, () => PARTS[roll(PARTS.length)]).join('');
}

const told = (tokens: Token[]) => tokens.map(({ kind, term, stop }) => ({ kind, term, stop }));

describe('scanning', () => {
  it('gives what the patterns define, whatever stands beside what', () => {
    for (const text of mixtures(5_000)) {
      const normalised = normalize(text);
      expect(told(scan(normalised)), text).toEqual(told(scanByPattern(normalised)));
    }
  });

  it('cuts letters, numbers and names out of Chinese without spaces', () => {
    const terms = (text: string) => scan(normalize(text)).map(({ kind, term }) => `${kind}:${term}`);
    expect(terms('买AF-50送3.5米数据线')).toEqual(['han:买', 'model:af50', 'han:送', 'number:3.5', 'han:米数据线']);
    expect(terms('50元,退')).toEqual(['number:50', 'han:元', 'han:退']);
  });
});
