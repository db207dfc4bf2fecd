import type { Retriever } from '../../../knowledge/types.ts';
import type { Language } from '../../../stores/schema.ts';
import { writtenSearch } from '../written-search.ts';

/**
 * Regions by the names that shops' tables use, the narrow before the wide, with places that customers name instead.
 * A line: names of the region: places in it. Places of both languages stand together; a
 * country stands in its own line, too, so that one language's name of it finds the other's.
 */
const REGIONS: readonly string[] = [
  '新疆|xinjiang: 乌鲁木齐|喀什|伊犁|库尔勒|阿克苏|克拉玛依|哈密|吐鲁番|石河子|urumqi|kashgar|kashi',
  '西藏|tibet: 拉萨|日喀则|林芝|昌都|那曲|山南|阿里|lhasa|shigatse|nyingchi',
  '青海|qinghai: 西宁|格尔木|玉树|海东|xining|golmud',
  '甘肃|gansu: 兰州|敦煌|嘉峪关|天水|酒泉|张掖|lanzhou|dunhuang',
  '宁夏|ningxia: 银川|吴忠|固原|中卫|石嘴山|yinchuan',
  '内蒙古|内蒙|inner mongolia: 呼和浩特|包头|鄂尔多斯|赤峰|呼伦贝尔|通辽|hohhot|baotou|ordos',
  '海南|hainan: 海口|三亚|儋州|琼海|haikou|sanya',
  '黑龙江|heilongjiang: 哈尔滨|大庆|齐齐哈尔|牡丹江|佳木斯|harbin|daqing',
  '吉林省|吉林|jilin: 长春|延边|延吉|四平|changchun|yanji',
  '辽宁|liaoning: 沈阳|大连|鞍山|抚顺|丹东|锦州|shenyang|dalian',
  '云南|yunnan: 昆明|大理|丽江|曲靖|西双版纳|kunming|dali|lijiang',
  '贵州|guizhou: 贵阳|遵义|六盘水|guiyang|zunyi',
  '广西|guangxi: 南宁|桂林|柳州|北海|nanning|guilin|liuzhou',
  '四川|sichuan: 成都|绵阳|德阳|宜宾|乐山|甘孜|阿坝|chengdu|mianyang',
  '陕西|shaanxi: 西安|咸阳|宝鸡|延安|榆林|xian|xi’an',
  '浙江|zhejiang: 杭州|宁波|温州|嘉兴|绍兴|金华|义乌|台州|湖州|hangzhou|ningbo|wenzhou|yiwu',
  '江苏|jiangsu: 南京|苏州|无锡|常州|南通|徐州|扬州|昆山|nanjing|suzhou|wuxi|changzhou',
  '安徽|anhui: 合肥|芜湖|蚌埠|黄山|阜阳|hefei|wuhu',
  '广东|guangdong: 广州|深圳|佛山|东莞|珠海|中山|惠州|汕头|guangzhou|shenzhen|foshan|dongguan|zhuhai',
  '福建|fujian: 福州|厦门|泉州|漳州|莆田|fuzhou|xiamen|quanzhou',
  '江西|jiangxi: 南昌|赣州|九江|景德镇|nanchang',
  '山东|shandong: 济南|青岛|烟台|潍坊|临沂|威海|jinan|qingdao|yantai',
  '河北|hebei: 石家庄|唐山|保定|秦皇岛|廊坊|shijiazhuang|tangshan',
  '山西|shanxi: 太原|大同|临汾|运城|taiyuan|datong',
  '河南|henan: 郑州|洛阳|开封|南阳|新乡|zhengzhou|luoyang',
  '湖北|hubei: 武汉|宜昌|襄阳|荆州|wuhan|yichang',
  '湖南|hunan: 长沙|株洲|湘潭|岳阳|衡阳|张家界|changsha|zhuzhou',
  '江浙沪|jiangsu, zhejiang and shanghai: 上海|浙江|江苏|shanghai|zhejiang|jiangsu',
  '珠三角|pearl river delta: 广州|深圳|佛山|东莞|珠海|guangzhou|shenzhen',
  '京津冀: 北京|天津|河北|beijing|tianjin|hebei',
  '华东|east china: 上海|江苏|浙江|安徽|福建|江西|山东|shanghai|jiangsu|zhejiang|anhui|fujian|jiangxi|shandong',
  '华南|south china: 广东|广西|海南|guangdong|guangxi|hainan',
  '华北|north china: 北京|天津|河北|山西|内蒙古|beijing|tianjin|hebei|shanxi|inner mongolia',
  '华中|central china: 河南|湖北|湖南|henan|hubei|hunan',
  '东北|northeast china|the northeast: 辽宁|吉林|黑龙江|liaoning|jilin|heilongjiang',
  '西南|southwest china: 四川|重庆|贵州|云南|西藏|sichuan|chongqing|guizhou|yunnan|tibet',
  '西北|northwest china: 陕西|甘肃|青海|宁夏|新疆|shaanxi|gansu|qinghai|ningxia|xinjiang',
  '偏远地区|remote areas: 新疆|西藏|青海|内蒙古|xinjiang|tibet|qinghai|inner mongolia',
  '港澳台|hong kong, macau and taiwan: 香港|澳门|台湾|台北|高雄|hong kong|macau|macao|taiwan|taipei',
  'highlands and islands|scottish highlands|scottish islands|highlands: skye|orkney|shetland|lewis|harris|mull|islay|arran|inverness|fort william|lerwick|kirkwall|stornoway|outer hebrides|hebrides',
  'northern ireland: belfast|derry|londonderry|lisburn|newry',
  'channel islands: jersey|guernsey',
  'republic of ireland|ireland|爱尔兰: ireland|dublin|cork|galway|limerick|爱尔兰|都柏林',
  'scotland|scottish mainland: edinburgh|glasgow|aberdeen|dundee|stirling|perth|highlands and islands|highlands',
  'wales: cardiff|swansea|newport|wrexham|bangor',
  'england: london|manchester|birmingham|leeds|liverpool|bristol|sheffield|newcastle|nottingham|oxford|cambridge|brighton|york|cornwall|devon|kent',
  'uk mainland|mainland uk|uk|united kingdom|great britain|britain|英国: uk|united kingdom|great britain|britain|英国|伦敦|england|wales|scotland|london|manchester|birmingham|leeds|cardiff|edinburgh|glasgow',
  'alaska and hawaii|hawaii and alaska: alaska|hawaii|honolulu|anchorage',
  'usa|united states|the us|america|美国: new york|los angeles|chicago|boston|seattle|san francisco|texas|florida|california|alaska|hawaii|america|united states|the states|usa',
  'germany|德国: germany|德国|berlin|munich|hamburg|frankfurt|柏林|慕尼黑|汉堡|法兰克福',
  'france|法国: france|法国|paris|lyon|marseille|巴黎|里昂|马赛',
  'italy|意大利: italy|意大利|rome|milan|罗马|米兰',
  'spain|西班牙: spain|西班牙|madrid|barcelona|马德里|巴塞罗那',
  'portugal|葡萄牙: portugal|葡萄牙|lisbon|里斯本',
  'netherlands|holland|荷兰: netherlands|holland|荷兰|amsterdam|rotterdam|阿姆斯特丹|鹿特丹',
  'belgium|比利时: belgium|比利时|brussels|antwerp|布鲁塞尔',
  'austria|奥地利: austria|奥地利|vienna|维也纳',
  'denmark|丹麦: denmark|丹麦|copenhagen|哥本哈根',
  'sweden|瑞典: sweden|瑞典|stockholm|斯德哥尔摩',
  'finland|芬兰: finland|芬兰|helsinki|赫尔辛基',
  'poland|波兰: poland|波兰|warsaw|华沙',
  'norway|挪威: norway|挪威|oslo|奥斯陆',
  'switzerland|瑞士: switzerland|瑞士|zurich|geneva|苏黎世|日内瓦',
  'malaysia|马来西亚: malaysia|马来西亚|kuala lumpur|吉隆坡',
  'thailand|泰国: thailand|泰国|bangkok|曼谷',
  'vietnam|越南: vietnam|越南|hanoi|ho chi minh city|河内|胡志明市',
  'indonesia|印尼|印度尼西亚: indonesia|印尼|印度尼西亚|jakarta|雅加达',
  'philippines|菲律宾: philippines|菲律宾|manila|马尼拉',
  'greece|希腊: greece|希腊|athens|雅典',
  'czechia|czech republic|捷克: czechia|czech republic|捷克|prague|布拉格',
  'hungary|匈牙利: hungary|匈牙利|budapest|布达佩斯',
  'romania|罗马尼亚: romania|罗马尼亚|bucharest|布加勒斯特',
  'russia|俄罗斯: russia|俄罗斯|moscow|莫斯科',
  'canada|加拿大: canada|加拿大|toronto|vancouver|montreal|多伦多|温哥华|蒙特利尔',
  'mexico|墨西哥: mexico|墨西哥',
  'brazil|巴西: brazil|巴西|sao paulo|圣保罗',
  'australia|澳大利亚|澳洲: australia|澳大利亚|澳洲|sydney|melbourne|brisbane|悉尼|墨尔本|布里斯班',
  'new zealand|新西兰: new zealand|新西兰|auckland|wellington|奥克兰|惠灵顿',
  'japan|日本: japan|日本|tokyo|osaka|kyoto|东京|大阪|京都',
  'south korea|korea|韩国: south korea|korea|韩国|seoul|busan|首尔|釜山',
  'india|印度: india|印度|delhi|mumbai|新德里|孟买',
  'singapore|新加坡: singapore|新加坡',
  'united arab emirates|uae|阿联酋: united arab emirates|uae|阿联酋|dubai|abu dhabi|迪拜|阿布扎比',
  'saudi arabia|沙特: saudi arabia|沙特|riyadh|利雅得',
  'israel|以色列: israel|以色列',
  'south africa|南非: south africa|南非|cape town|johannesburg|开普敦',
  'eu|european union|欧盟: germany|france|italy|spain|portugal|netherlands|belgium|austria|ireland|denmark|sweden|finland|poland|greece|czechia|hungary|romania|berlin|paris|madrid|rome|dublin|amsterdam|vienna|德国|法国|意大利|西班牙|葡萄牙|荷兰|比利时|奥地利|爱尔兰|丹麦|瑞典|芬兰|波兰',
  'europe|欧洲: germany|france|italy|spain|portugal|netherlands|belgium|austria|ireland|denmark|sweden|finland|poland|greece|norway|switzerland|eu|德国|法国|意大利|西班牙|挪威|瑞士',
  'southeast asia|东南亚: singapore|malaysia|thailand|vietnam|indonesia|philippines|新加坡|马来西亚|泰国|越南|印尼|菲律宾',
  'asia|亚洲: japan|korea|india|singapore|southeast asia|日本|韩国|印度|新加坡|东南亚',
  'middle east|中东: uae|saudi arabia|israel|阿联酋|沙特|以色列',
  'north america|北美|北美洲: usa|canada|mexico|美国|加拿大|墨西哥',
  'south america|latin america|南美|南美洲|拉美: brazil|巴西',
  'oceania|大洋洲|澳新: australia|new zealand|澳大利亚|澳洲|新西兰',
  'africa|非洲: south africa|南非',
  'outside europe|outside the eu|欧洲以外|欧盟以外: asia|middle east|north america|south america|oceania|africa|亚洲|中东|北美|南美|大洋洲|非洲',
  'abroad|overseas|international|internationally|worldwide|海外|国外|境外|国际: europe|russia|asia|middle east|north america|south america|oceania|africa|欧洲|俄罗斯|亚洲|中东|北美|南美|大洋洲|非洲',
];

interface Region {
  names: string[];
  places: string[];
}

const regions: readonly Region[] = REGIONS.map((line) => {
  const [names = '', places = ''] = line.split(': ');
  return { names: names.split('|'), places: places.split('|') };
});

const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** Where a name stands in a text: Latin ones as whole words. Beijing time is no place. */
const pattern = (name: string): RegExp =>
  isHan(name)
    ? new RegExp(`${name}(?!时间)(?:[省市]|自治区)?`, 'u')
    : new RegExp(`(?:\\bthe )?(?:\\bisle of )?\\b${name}\\b(?! time\\b)`, 'i');

const namedIn = (text: string, name: string): boolean => pattern(name).test(text);

/** The places and regions that a text names, the longest name first. */
export const placesIn = (text: string): string[] =>
  [...new Set(regions.flatMap(({ names, places }) => [...names, ...places]))]
    .filter((name) => namedIn(text, name))
    .sort((a, b) => b.length - a.length);

/** How far the names of places are followed: a city, its province, the zone of provinces. */
const STEPS = 3;
/** Passages that are looked at for the name of a region. */
const LOOKED_AT = 6;

/** What a region is called in either language; a place has its one name. */
export const namesOf = (place: string): string[] =>
  regions.find(({ names }) => names.includes(place))?.names ?? [place];

/** Whether a place is a country, or a part of the world that countries lie in. */
export const isCountry = (place: string): boolean => COUNTRIES.some(({ names }) => names.includes(place));

/** The wider regions of a place by all their names, the nearest first. */
export function regionsOf(place: string): string[] {
  const out = new Set<string>();
  let names = [place];
  for (let step = 0; step < STEPS; step++) {
    names = regions
      .filter(({ places }) => names.some((name) => places.includes(name)))
      .flatMap(({ names: called }) => called);
    for (const name of names) out.add(name);
  }
  out.delete(place);
  return [...out];
}

/** The question once for each wider region of the place it names, the nearest first. */
export function widerQuestions(question: string): { question: string; region: string }[] {
  const named = regions.flatMap(({ places }) => places).filter((place) => namedIn(question, place));
  const [written] = named.sort((a, b) => b.length - a.length);
  if (written === undefined) return [];
  const wider = regionsOf(written).filter((region) => TRAVELS.test(question) || !ABROAD.includes(region));
  return wider.map((region) => ({ question: question.replace(pattern(written), region), region }));
}

const ABROAD = regions.at(-1)?.names ?? [];
/** What goes somewhere; where a store is, is told of no other country than it names. */
const TRAVELS = /[发寄送邮运到]|几天|多久|\b(?:ship|deliver|send|post|dispatch|parcel|days|long)/i;

const MAINLAND = regions.slice(
  0,
  regions.findIndex(({ names }) => names.includes('港澳台')),
);

const COUNTRIES = regions.slice(regions.findIndex(({ names }) => names.includes('usa')));

/** Whether a place lies in mainland China. */
export const isMainland = (place: string): boolean =>
  MAINLAND.some(({ names, places }) => names.includes(place) || places.includes(place));

/**
 * The question with the region that the shop's documents speak of in place of a city or country that they don't
 * ("how long to Lhasa" of a table that says Tibet). As it was where they name the place, or no region of it.
 */
export async function withWiderPlace(
  question: string,
  { retriever, language }: { retriever: Retriever; language: Language },
  signal: AbortSignal,
): Promise<string> {
  const wider = widerQuestions(question);
  const own = regions.flatMap(({ places }) => places).filter((place) => namedIn(question, place));
  if (wider.length === 0) return question;
  const texts = async (query: string): Promise<string[]> =>
    (await retriever.search(writtenSearch(query, language), signal)).hits.slice(0, LOOKED_AT).map(({ text }) => text);
  const asWritten = await texts(question);
  if (own.some((place) => asWritten.some((text) => namedIn(text, place)))) return question;
  for (const one of wider) {
    const found = await texts(one.question);
    if (found.some((text) => namedIn(text, one.region))) return one.question;
  }
  return question;
}
