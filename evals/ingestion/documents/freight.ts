import { drawPdf } from '../draw.ts';

/** Tables as in books (three lines), a caption below, a footnote, and long cells that wrap. */
export const freight = {
  name: 'freight.zh.pdf',
  title: '跨省冷链运费与赔付',
  order: ['本表自二〇二六年三月起执行', '偏远乡镇另加转运费', '签收一小时内拍摄的箱内温度计照片'],
  make: () =>
    drawPdf({
      language: 'zh',
      header: '北辰冷链 运费与赔付',
      draw(page) {
        page.heading('跨省冷链运费与赔付', 20);
        page.paragraph('本表自二〇二六年三月起执行，首重按一千克计，不足一千克按一千克收取。');
        page.table({
          caption: '表 3-1 各区域运费（元）',
          columns: [3, 2, 2, 2],
          ruling: 'three',
          rows: [
            ['目的地', '首重', '续重', '时效'],
            ['江浙沪皖', '18', '3.5', '次日达'],
            ['京津冀', '26', '6', '两日达'],
            ['云贵川渝', '31', '8.5', '三日达'],
            ['甘青宁', '39', '12', '四日达'],
          ],
        });
        page.note('注：偏远乡镇另加转运费九元，遇大雪封路时效顺延。');
        page.heading('冷链货物的赔付');
        page.table({
          caption: '表 3-2 赔付标准',
          captionBelow: true,
          columns: [2, 4, 4],
          ruling: 'rows',
          padding: 2,
          rows: [
            ['情形', '需要的凭证', '赔付办法'],
            [
              '化冻',
              '签收一小时内拍摄的箱内温度计照片和货物照片，照片须带时间',
              '按化冻部分的货值全额赔付，并退回该票运费的一半',
            ],
            ['破损', '外箱六面照片，以及快递员当面签字的破损记录', '按破损件数赔付货值，最高不超过五百元'],
            ['延误', '物流轨迹截图', '每延误一日退运费的三成，延误三日及以上全额退回运费'],
            ['丢失', '无需凭证，由我方核查', '按申报价值赔付；未申报的按运费的七倍赔付'],
          ],
        });
      },
    }),
};
