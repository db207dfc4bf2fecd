const LONGEST = 40;

/**
 * What an item says before each item of the list inside it ("Installation: "); undefined where it is a sentence or long,
 * and stands by itself.
 */
export function leadOf(item: string): string | undefined {
  const bare = item.replace(/\s*[:：]$/, '');
  if (bare === '' || item.length > LONGEST || /[。.!！?？;；]$/.test(item)) return undefined;
  return /\p{Script=Han}/u.test(bare) ? `${bare}：` : `${bare}: `;
}
