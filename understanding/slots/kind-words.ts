/** Words of names that tell no product: colours, sizes, and what any shop says of its goods. */
const COMMON = new Set(
  `set box kit day one two all way now any her his men she our out off use eye air ear top low via its not but can has get got buy ask pay see try who how why was did say per big let yes
with back front again soon long hold come take need want have white black blue green grey gray pink brown navy beige small large medium mini plus max pro lite wireless portable electric
smart home classic series edition pack piece pair pairs inch model gift fresh organic daily everyday waterproof slim live ready
sugar free natural original premium light soft warm cool long short sleeve high double single whole full size style time night
summer winter spring autumn travel outdoor kid kids baby women woman ladies adult unisex type card power super ultra extra
new best value cold hot dry wet silent quiet fast thick thin dark bright deep wide clean clear fine hard heavy sharp smooth rough
strong safe family office kitchen water right left order market 电动 智能 无线 便携 家用 黑色 白色 蓝色 红色 绿色 灰色 升级 新款
系列 套装 专用 多功 功能 大号 小号 中号 礼盒 特级 进口 有机 即食 无糖 新鲜 鲜活 每日 全麦 高山 防水 真皮 旅行 运动 轻便 户外 儿童
男士 女士 男款 女款 短袖 长袖 纯棉 双装 三双`.split(/\s+/),
);

/** A word that can stand for a kind of thing ("kettle", 水壶), not a size, colour or model number. */
export function isKindWord(unit: string): boolean {
  return !/\d/.test(unit) && (unit.length >= 3 || /\p{Script=Han}/u.test(unit)) && !COMMON.has(unit);
}
