import type { Language } from '../stores/schema.ts';

/** What made-up handbooks talk about; {@link handbookPdf} puts sentences together from it. */
export interface HandbookWords {
  subjects: readonly string[];
  conditions: readonly string[];
  actions: readonly string[];
  /** `#` becomes a number. */
  details: readonly string[];
  headings: readonly string[];
  columns: readonly [string, string, string];
}

export const HANDBOOK_WORDS: Record<Language, HandbookWords> = {
  en: {
    subjects: [
      'The charging base',
      'A damaged parcel',
      'The replacement filter',
      'Each spare part',
      'The service desk',
      'An extended warranty',
      'The water tank',
      'A gift voucher',
      'The assembly kit',
      'Every return label',
    ],
    conditions: [
      'when the seal has been opened',
      'if the order was placed on a weekend',
      'after the first month of use',
      'as long as the receipt is shown',
      'unless the item was made to measure',
      'where two people share an account',
      'if the indicator blinks twice',
      'once the cover is removed',
    ],
    actions: [
      'is replaced without a charge',
      'has to be rinsed with clear water',
      'can be handed in at any counter',
      'will be inspected by a technician',
      'must be stored away from sunlight',
      'is sent out again on the next working day',
      'should be registered in the customer area',
      'stays in the possession of the buyer',
    ],
    details: [
      'within # days',
      'up to # times a year',
      'at # degrees or less',
      'for # euros at most',
      'by model number K-#',
      'in boxes of # pieces',
    ],
    headings: [
      'Before the first use',
      'Cleaning and care',
      'What the warranty covers',
      'Sending goods back',
      'Faults and remedies',
      'Delivery times',
      'Spare parts',
      'Safety',
    ],
    columns: ['Part', 'Interval in days', 'Price'],
  },
  zh: {
    subjects: [
      '充电底座',
      '外箱破损的包裹',
      '备用滤芯',
      '各类配件',
      '售后服务台',
      '延长保修服务',
      '清水箱',
      '电子礼品卡',
      '安装工具包',
      '退货面单',
    ],
    conditions: [
      '在封条已经拆开的情况下',
      '如果订单是周末提交的',
      '使用满一个月以后',
      '只要能够出示购买凭证',
      '除非商品属于定制类',
      '两位顾客共用一个账户时',
      '若指示灯连续闪烁两次',
      '取下保护盖之后',
    ],
    actions: [
      '可以免费更换',
      '必须用清水冲洗干净',
      '可以在任意门店柜台交回',
      '将由技术人员进行检测',
      '应当避光存放',
      '会在下一个工作日重新寄出',
      '需要先在会员中心登记',
      '仍归购买者所有',
    ],
    details: ['时限为#天', '每年不超过#次', '温度不得高于#度', '费用最多#元', '型号编号为K#', '每箱装#件'],
    headings: [
      '首次使用之前',
      '清洁与保养',
      '保修范围说明',
      '商品寄回流程',
      '常见故障及处理',
      '配送时效',
      '配件目录',
      '安全须知',
    ],
    columns: ['配件名称', '更换周期（天）', '价格'],
  },
};
