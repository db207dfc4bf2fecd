import { expect, test } from 'vitest';
import { decodeSheet } from './decode-sheet.ts';

test.each([
  ['UTF-8', [...new TextEncoder().encode('发票')]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('发票')]],
  ['UTF-16', [0xff, 0xfe, 0xd1, 0x53, 0x68, 0x79]],
  ['GBK', [0xb7, 0xa2, 0xc6, 0xb1]],
])('a sheet in %s', (_name, bytes) => expect(decodeSheet(new Uint8Array(bytes))).toBe('发票'));
