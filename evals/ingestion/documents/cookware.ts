import { drawPdf } from '../draw.ts';

const LEFT = [
  '松木铸铁锅出厂时已经用亚麻籽油养过三遍，第一次使用前用温水冲净、小火烘干即可，不需要再开锅。',
  '铸铁升温慢，散热也慢。先用小火预热三分钟，再转中火，食材不容易粘锅；切勿空烧超过五分钟。',
];
const MIDDLE = [
  '清洗时待锅体降到不烫手，用软刷和热水刷净。可以用少量中性洗洁精，但不要浸泡，也不要放进洗碗机。',
  '洗净后立即擦干，再用小火烘一分钟，薄薄抹一层食用油，锅就不会生锈。',
];
const RIGHT = [
  '锅面出现红锈，用钢丝球蘸细盐擦掉，冲净烘干，抹油后用烤箱二百度烤一小时，放凉再抹一层。',
  '锅盖上的凸点让水汽均匀落回食物，不能当作烤盘直接接触明火。',
];

/** Three columns, drawn line by line across, and a table whose first column is merged downwards. */
export const cookware = {
  name: 'cast-iron.zh.pdf',
  title: '松木铸铁锅使用手册',
  order: [...LEFT, ...MIDDLE, ...RIGHT],
  make: () =>
    drawPdf({
      language: 'zh',
      header: '松木铸铁锅使用手册',
      draw(page) {
        page.heading('松木铸铁锅使用手册', 20);
        page.columns([LEFT, MIDDLE, RIGHT], { interleaved: true });
        page.heading('规格与保修');
        page.table({
          caption: '表 2 规格、适用炉具和保修年限',
          columns: [2, 2, 2, 4, 2],
          ruling: 'grid',
          padding: 1,
          tall: [
            { column: 0, from: 1, to: 2 },
            { column: 0, from: 3, to: 5 },
          ],
          rows: [
            ['系列', '型号', '口径', '适用炉具', '保修'],
            ['炖锅', 'ZD20', '20 厘米', '燃气灶、电陶炉、电磁炉、烤箱（不含锅盖旋钮）', '十年'],
            ['', 'ZD26', '26 厘米', '燃气灶、电陶炉、电磁炉', '十年'],
            ['煎锅', 'JG24', '24 厘米', '燃气灶、电陶炉、卤素炉、户外明火', '五年'],
            ['', 'JG28', '28 厘米', '燃气灶、电陶炉', '六年'],
            ['', 'JG30', '30 厘米', '仅燃气灶', '七年'],
          ],
        });
      },
    }),
};
