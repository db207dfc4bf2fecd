/** A question that one cell of a table answers: `row` and `value` must stand together in the quote. */
export interface CellQuestion {
  question: string;
  language: 'zh' | 'en';
  document: string;
  row: string;
  value: string;
}

/** Written before the documents were read by the loader; each value stands in one cell only. */
export const CELL_QUESTIONS: CellQuestion[] = [
  {
    question: 'How long does the HD-7 take to dry cotton to extra dry?',
    language: 'en',
    document: 'hd-7-dryer.en.pdf',
    row: 'Extra dry',
    value: '195 min',
  },
  {
    question: 'How many kilograms of synthetics can I iron dry at once?',
    language: 'en',
    document: 'hd-7-dryer.en.pdf',
    row: 'Iron dry',
    value: '3.5 kg',
  },
  {
    question: 'What does a fork cartridge cost?',
    language: 'en',
    document: 'bicycle-parts.en.pdf',
    row: 'Fork cartridge',
    value: '164.00',
  },
  {
    question: 'Delivery time of spare wheel set 6?',
    language: 'en',
    document: 'bicycle-parts.en.pdf',
    row: 'Spare wheel set 6',
    value: '11 days',
  },
  {
    question: 'Which frames does the derailleur hanger H4 fit?',
    language: 'en',
    document: 'bicycle-parts.en.pdf',
    row: 'Derailleur hanger H4',
    value: 'Frames from 2021 on',
  },
  { question: 'JG28 煎锅保修几年？', language: 'zh', document: 'cast-iron.zh.pdf', row: 'JG28', value: '六年' },
  { question: 'ZD26 能用在哪些炉具上？', language: 'zh', document: 'cast-iron.zh.pdf', row: 'ZD26', value: '电磁炉' },
  { question: '发到云贵川渝续重多少钱？', language: 'zh', document: 'freight.zh.pdf', row: '云贵川渝', value: '8.5' },
  { question: '寄到甘青宁要几天？', language: 'zh', document: 'freight.zh.pdf', row: '甘青宁', value: '四日达' },
  {
    question: '货物丢失了怎么赔？',
    language: 'zh',
    document: 'freight.zh.pdf',
    row: '丢失',
    value: '未申报的按运费的七倍赔付',
  },
  {
    question: '冷链包裹延误要提供什么凭证？',
    language: 'zh',
    document: 'freight.zh.pdf',
    row: '延误',
    value: '物流轨迹截图',
  },
];
