/** Letters and digits in one word of a lower-case text: 4k, usb4, 65w, h265. */
export const codesIn = (text: string): string[] => text.match(CODE) ?? [];

const CODE = /(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{2,}(?![a-z\d])/g;
