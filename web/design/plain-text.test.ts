import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it('keeps the words of Markdown and leaves its marks out', () => {
  expect(plainText('## 停车\n可以，有**90个车位**，详见[地图](https://a.example/map)。')).toBe(
    '停车 可以，有90个车位，详见地图。',
  );
  expect(plainText('Use `reset`, *then* wait.\n\n- 5 * 3 minutes')).toBe('Use reset, then wait. - 5 * 3 minutes');
});
