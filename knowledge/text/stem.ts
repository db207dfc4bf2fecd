// The English (Porter2) stemmer: https://snowballstem.org/algorithms/english/stemmer.html
const VOWEL = /[aeiouy]/;
const VOWEL_LETTERS = 'aeiouy';
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;
const EXCEPTIONS = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['only', 'only'],
  ['early', 'earli'],
  ['gently', 'gentl'],
  ['singly', 'singl'],
  ['outing', 'outing'],
  ['earring', 'earring'],
  ['earrings', 'earring'],
]);
/** Past forms that no suffix rule finds, by their verb. */
const IRREGULAR =
  'bring:brought buy:bought break:broke,broken wear:wore,worn give:gave,given take:took,taken send:sent pay:paid lose:lost keep:kept ' +
  'get:got,gotten go:went,gone come:came make:made sell:sold tell:told say:said find:found forget:forgot,forgotten choose:chose,chosen ' +
  'write:wrote,written drive:drove,driven eat:ate,eaten drink:drank,drunk fall:fell,fallen freeze:froze,frozen hide:hid,hidden ' +
  'hold:held know:knew,known leave:left lend:lent mean:meant meet:met ride:rode,ridden run:ran see:saw,seen shake:shook,shaken ' +
  'speak:spoke,spoken spend:spent stand:stood steal:stole,stolen stick:stuck swim:swam,swum tear:tore,torn throw:threw,thrown ' +
  'understand:understood wake:woke,woken win:won bend:bent build:built burn:burnt catch:caught deal:dealt dig:dug draw:drew,drawn ' +
  'feed:fed feel:felt fight:fought fly:flew,flown grow:grew,grown hang:hung hear:heard lead:led begin:began,begun bite:bit,bitten ' +
  'blow:blew,blown become:became do:did,done have:had sew:sewn show:shown sing:sang,sung sink:sank,sunk sit:sat sleep:slept ' +
  'smell:smelt spill:spilt spoil:spoilt teach:taught think:thought weave:wove,woven wind:wound swear:swore,sworn rise:rose,risen ' +
  'shrink:shrank,shrunk swell:swollen withdraw:withdrew,withdrawn sweep:swept creep:crept learn:learnt dream:dreamt lay:laid';
const STEP2: Array<[string, string]> = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
];
const STEP3: Array<[string, string]> = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/;

/** Start of the region after the first consonant that follows a vowel, from `from` on (R1, and R2 from R1). */
function region(word: string, from: number): number {
  let afterVowel = false;
  for (let i = from; i < word.length; i++) {
    const vowel = VOWEL_LETTERS.includes(word.charAt(i));
    if (afterVowel && !vowel) return i + 1;
    afterVowel = vowel;
  }
  return word.length;
}

function replaceIn(word: string, start: number, table: Array<[string, string]>): string {
  for (const [suffix, to] of table) {
    if (word.endsWith(suffix)) return word.length - suffix.length >= start ? word.slice(0, -suffix.length) + to : word;
  }
  return word;
}

function dropInflection(word: string, r1: number): string {
  const last = word.at(-1);
  // -ed, -ing, and both with -ly.
  if (last !== 'd' && last !== 'g' && last !== 'y') return word;
  if (/eed(?:ly)?$/.test(word)) return word.replace(/eed(?:ly)?$/, (s, at: number) => (at >= r1 ? 'ee' : s));
  const match = /(?:ingly|edly|ing|ed)$/.exec(word);
  if (!match || !VOWEL.test(word.slice(0, match.index))) return word;
  const stem = word.slice(0, match.index);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1);
  return SHORT_SYLLABLE.test(stem) && r1 >= stem.length ? `${stem}e` : stem;
}

function dropPlural(word: string): string {
  if (!word.endsWith('s') && !word.endsWith('ied')) return word;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:ied|ies)$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** The stem of a lower-case English word, by Porter2; words of one or two letters stay. */
export function stem(input: string): string {
  const exception = EXCEPTIONS.get(input);
  if (exception !== undefined) return exception;
  if (input.length <= 2) return input;
  let word = input.includes("'") ? input.replace(/'s?$/, '') : input;
  if (word.includes('y')) word = word.replace(/^y|([aeiou])y/g, (s) => `${s.slice(0, -1)}Y`);
  const prefix = /^(?:gener|commun|arsen)/.exec(word)?.[0].length;
  const r1 = prefix ?? region(word, 0);
  const r2 = region(word, r1);
  word = dropPlural(word);
  word = dropInflection(word, r1);
  if (word.endsWith('y') || word.endsWith('Y')) word = word.replace(/(.[^aeiouy])[yY]$/, '$1i');
  if (word.endsWith('ogi') && word.length - 3 >= r1 && word.at(-4) === 'l') word = word.slice(0, -1);
  else if (
    word.endsWith('li') &&
    /[cdeghkmnrt]li$/.test(word) &&
    !/(?:entli|alli|bli|lessli|ousli|fulli|abli)$/.test(word)
  ) {
    if (word.length - 2 >= r1) word = word.slice(0, -2);
  } else word = replaceIn(word, r1, STEP2);
  word = word.endsWith('ative') && word.length - 5 >= r2 ? word.slice(0, -5) : replaceIn(word, r1, STEP3);
  const fourth = STEP4.exec(word);
  if (fourth && fourth.index >= r2) word = word.slice(0, fourth.index);
  else if (word.endsWith('ion') && /[st]ion$/.test(word) && word.length - 3 >= r2) word = word.slice(0, -3);
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    if (rest.length >= r2 || (rest.length >= r1 && !SHORT_SYLLABLE.test(rest))) word = rest;
  } else if (word.endsWith('ll') && word.length - 1 >= r2) word = word.slice(0, -1);
  return word.toLowerCase();
}

for (const entry of IRREGULAR.split(' ')) {
  const [verb = '', forms = ''] = entry.split(':');
  for (const form of forms.split(',')) EXCEPTIONS.set(form, stem(verb));
}
/** Words of the trade that the rules would make one with another: customs and customer with custom, fitness with fit. */
for (const word of (
  'customs customer fitness coating organic glasses installment instalment additive preservative exclusive ' +
  'overseas moisture international conditioner refrigerator parking bedding boxing bearing collectible stocking'
).split(' ')) {
  EXCEPTIONS.set(word, word);
  if (!word.endsWith('s')) EXCEPTIONS.set(`${word}s`, word);
}
