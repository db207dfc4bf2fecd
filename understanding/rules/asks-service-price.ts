import { anyOf } from '../../text/any-of.ts';

const SERVICE =
  '(?:安装|装|拆装?|移机|维修|修理?|清洗|保养|上门|配送|送货|搬运|送上楼|打孔|检测|回收|调音|组装|寄修|换电池|换屏)';
/** Behind the name of a service it makes that of a thing: 维修工具, 清洗剂. */
const OF_GOODS = '工具|剂|液|套|支架|包|油|膏|刷|布|机|箱|盒|车|柜|配件|饰|置|修|扮|订';
const PRICE_OF_SERVICE = anyOf(
  new RegExp(
    `^(?:请问|那|你们|我想问|问一下|一般|大概|帮我|[，, ])*(?:上门)?${SERVICE}(?!${OF_GOODS})[^，。,?？]{0,10}?(?:要|得|收|需要)?(?:多少钱|几块|怎么收费|收费|什么价|多少费用|费用多少)`,
  ),
  /(?:安装|维修|上门|拆装|移机|清洗|组装|搬运)费?(?:用)?(?:是|要|得|收)?(?:多少|怎么算|几块)/,
  /\bhow much\b.{0,24}\b(?:to|for)\b.{0,16}\b(?:install(?:ed|ing|ation)?|fit(?:ted|ting)|repair(?:ed|ing|s)?|fix(?:ed|ing)?|assembl\w+|mount\w*|clean(?:ed|ing)|servic(?:e|ed|ing)|deliver(?:ed|y)?|set(?:ting)? up)\b/,
  /\b(?:cost|price|fee|charge) (?:of|for|to) (?:an? |the )?(?:install\w*|fitting|repair\w*|assembl\w+|mount\w*|cleaning|servicing|fix\w*|set(?:ting)? up)\b/,
  /\b(?:installation|repair|fitting|assembly|mounting|service) (?:costs?|price|fees?|charges?)\b/,
);

/** "How much to install it", 装空调要多少钱: what a service costs, not what the goods do. */
export const asksServicePrice = (normalised: string): boolean => PRICE_OF_SERVICE.test(normalised);
