import { anyOf } from './any-of.ts';

/**
 * Traditional characters of everyday and shop language, each followed by its simplified form, by code point.
 * Where the simplification depends on the word (後, 乾, 麵) it is the usual one.
 */
const PAIRS =
  '丟丢乾干亂乱亞亚佇伫佈布佔占併并來来侖仑侶侣係系俠侠倆俩倉仓個个們们倫伦偉伟側侧偵侦偽伪傘伞備备傳传債债傷伤傾倾僅仅僑侨僱雇價价儀仪億亿儉俭儘尽償偿優优儲储兇凶兌兑兒儿內内兩两冊册凍冻凱凯別别刪删則则剎刹剛刚' +
  '創创劃划劇剧劉刘劍剑劑剂動动務务勝胜勞劳勢势勵励勸劝勻匀匯汇區区協协卻却厭厌厰厂厲厉參参叢丛吳吴呂吕員员問问啞哑啟启喚唤喪丧喬乔單单嗎吗嗚呜嘆叹嘗尝嘜唛嘩哗噴喷噸吨嚇吓嚐尝嚴严囑嘱國国圍围園园圓圆圖图團团執执' +
  '堅坚報报場场塊块塗涂塵尘墊垫墜坠墳坟壇坛壓压壘垒壞坏壩坝壯壮壺壶壽寿夠够夢梦夾夹奧奥奪夺奬奖奮奋妝妆妳你姍姗姪侄娛娱婦妇媽妈嬌娇嬰婴嬸婶孃娘孫孙學学宮宫寢寝實实寧宁審审寫写寬宽寵宠寶宝將将專专尋寻對对導导屆届' +
  '屍尸層层屬属岡冈島岛峽峡嶺岭帥帅師师帳帐帶带幣币幫帮幹干幾几庫库廁厕廈厦廚厨廟庙廠厂廢废廣广廳厅張张強强彆别彈弹彌弥彎弯後后徑径從从復复徵征徹彻恆恒悅悦悶闷惡恶惱恼愛爱態态慘惨慚惭慣惯慮虑慶庆慾欲憂忧憐怜憑凭' +
  '憲宪憶忆懇恳應应懶懒懷怀懼惧戀恋戰战戲戏戶户拋抛捨舍捲卷掃扫掛挂採采揀拣揚扬換换揮挥損损搖摇搶抢搾榨摺折摻掺撈捞撥拨撫抚撲扑撿捡擁拥擇择擊击擋挡擔担據据擠挤擬拟擰拧擱搁擲掷擴扩擺摆擾扰攏拢攔拦攜携攝摄攤摊攪搅' +
  '敗败敘叙敵敌數数斂敛斬斩斷断於于昇升時时晉晋晝昼暈晕暢畅暫暂曆历曇昙曉晓曠旷曬晒書书會会朧胧東东條条棄弃棗枣棟栋棧栈楊杨楓枫業业極极榮荣構构槍枪樂乐樓楼標标樣样樸朴樹树橋桥機机橫横檔档檢检檯台檸柠櫃柜櫥橱櫻樱' +
  '欄栏權权歎叹歐欧歡欢歲岁歷历歸归殘残殺杀殼壳毀毁氈毡氣气氫氢氾泛決决沒没沖冲況况洩泄涼凉淚泪淨净淪沦淺浅渙涣減减渦涡測测渾浑湊凑湯汤準准溝沟溫温滄沧滅灭滌涤滙汇滬沪滲渗滷卤滾滚滿满漁渔漢汉漣涟漲涨漸渐漿浆潑泼' +
  '潔洁潛潜潤润潰溃澀涩澤泽濃浓濕湿濟济濤涛濫滥濱滨濾滤瀉泻瀏浏瀘泸瀨濑灑洒灘滩灣湾災灾為为烏乌無无煉炼煙烟煩烦熱热燈灯燒烧燙烫營营燦灿燴烩爐炉爛烂爭争爺爷爾尔牀床牆墙牽牵犧牺狀状猶犹獄狱獅狮獎奖獨独獲获獵猎獻献' +
  '現现瑣琐瑪玛環环瓊琼瓏珑產产畝亩畢毕畫画異异當当疊叠痠酸瘋疯瘡疮療疗癡痴癢痒癥症發发皺皱盜盗盡尽監监盤盘盧卢眾众睏困睜睁瞞瞒瞭了矯矫矽硅確确碼码磚砖礎础礙碍礦矿祂他禍祸禦御禪禅禮礼禿秃稅税種种稱称穀谷積积穎颖' +
  '穩稳窩窝窮穷窯窑竈灶竊窃競竞筆笔筍笋箋笺節节範范築筑篩筛簡简簽签籃篮籌筹籠笼籤签糧粮糾纠紀纪約约紅红紋纹納纳紐纽純纯紗纱紙纸級级紛纷紡纺紮扎細细紹绍終终組组結结絕绝絞绞絡络絢绚給给絨绒統统絲丝綁绑經经綜综綠绿' +
  '維维綱纲網网綿绵緊紧緋绯緒绪線线緞缎締缔緣缘編编緩缓緯纬練练緻致縣县縫缝縮缩縱纵總总績绩繃绷織织繞绕繡绣繩绳繪绘繫系繳缴繼继續续纏缠纖纤纜缆罈坛罰罚罵骂罷罢羅罗羨羡義义習习翹翘聖圣聞闻聯联聰聪聲声聳耸聶聂職职' +
  '聽听肅肃脅胁脈脉脫脱脹胀腦脑腫肿腳脚腸肠膚肤膠胶膽胆臉脸臟脏臨临臺台與与興兴舉举舊旧艙舱艦舰艱艰艷艳芻刍莊庄莖茎華华萬万葉叶著着葷荤蒼苍蓋盖蓮莲蔔卜蔣蒋蔥葱蕩荡蕭萧薑姜薦荐薩萨藍蓝藝艺藥药蘆芦蘇苏蘋苹蘭兰蘿萝' +
  '處处虛虚號号虧亏蝦虾螞蚂螢萤蟲虫蠅蝇蠟蜡蠶蚕術术衛卫衝冲裊袅裏里補补裝装裡里製制複复褲裤褻亵襖袄襪袜襯衬襲袭見见規规覓觅視视親亲覺觉覽览觀观觸触訂订計计訊讯討讨訓训託托記记訟讼訣诀訪访設设許许訴诉診诊註注詐诈' +
  '評评詛诅詞词詠咏詢询試试詩诗話话該该詳详誇夸誌志認认誕诞誘诱語语誠诚誣诬誤误說说誰谁課课調调談谈請请諒谅論论諧谐諮咨諸诸諾诺謀谋謂谓謊谎講讲謝谢證证識识譚谭譜谱譯译議议護护譽誉讀读變变讓让讚赞豈岂豎竖豐丰豔艳' +
  '豬猪貓猫貝贝負负財财貢贡貧贫貨货販贩貪贪貫贯責责貯贮貳贰貴贵貶贬買买貸贷費费貼贴貿贸賀贺資资賊贼賓宾賜赐賞赏賠赔賢贤賣卖質质賬账賭赌賴赖賺赚購购賽赛贈赠贊赞贏赢贖赎趕赶趙赵跡迹踐践踴踊蹟迹蹤踪躍跃軀躯車车軌轨' +
  '軍军軟软軸轴較较載载輔辅輕轻輛辆輝辉輩辈輪轮輯辑輸输輻辐轄辖轉转轎轿轟轰辦办辭辞辯辩農农迴回迺乃這这連连週周進进遊游運运過过達达違违遙遥遞递遠远適适遲迟遷迁選选遺遗遼辽還还邊边邏逻郵邮鄉乡鄧邓鄭郑鄰邻醜丑醫医' +
  '醬酱釀酿釋释釐厘釘钉針针釣钓釦扣鈉钠鈔钞鈕钮鈣钙鈦钛鈴铃鉀钾鉑铂鉛铅鉤钩銀银銅铜銘铭銳锐銷销銹锈鋁铝鋅锌鋒锋鋪铺鋰锂鋸锯鋼钢錄录錢钱錦锦錫锡錯错錶表鍊链鍋锅鍍镀鍛锻鍵键鍾钟鎂镁鎖锁鎚锤鎮镇鎳镍鏈链鏟铲鏡镜鐘钟' +
  '鐲镯鐵铁鑄铸鑒鉴鑰钥鑽钻鑿凿長长門门閃闪閉闭開开閑闲閒闲間间閥阀閱阅闆板闊阔闖闯關关闡阐闢辟陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隴陇隸隶隻只雖虽雙双雜杂雞鸡離离難难雲云電电霧雾霽霁靈灵靜静鞏巩鞦秋韆千' +
  '韌韧韓韩響响頁页頂顶項项順顺須须預预頑顽頒颁頓顿頗颇領领頭头頰颊頸颈頻频顆颗題题額额顏颜願愿類类顧顾顯显風风颱台飄飘飛飞飢饥飯饭飲饮飼饲飽饱飾饰餃饺餅饼養养餓饿餘余餡馅館馆餵喂饅馒饋馈饑饥饒饶馬马馮冯馱驮馳驰' +
  '駁驳駐驻駕驾駛驶騎骑騙骗騰腾騷骚驅驱驗验驚惊驛驿驟骤骯肮髏髅髒脏體体髮发鬆松鬍胡鬚须鬥斗鬧闹魚鱼魯鲁魷鱿鮮鲜鯊鲨鰻鳗鳥鸟鳳凤鳴鸣鴨鸭鴻鸿鵝鹅鵬鹏鷗鸥鷹鹰鹹咸鹼碱鹽盐麗丽麥麦麩麸麵面麼么黃黄點点黨党齊齐齋斋齒齿' +
  '齡龄龍龙龐庞龜龟';

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) SIMPLIFIED.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** By code unit, 0 for what stays: a look-up is many times as fast as the pattern, and most texts have none. */
const simplified = new Uint16Array(65_536);
for (const [char, plain] of SIMPLIFIED) simplified[char.charCodeAt(0)] = plain.charCodeAt(0);

/** 著 of being known, plain or written (著名, 显著, 原著): a simplified text has it too. */
const KEPT = anyOf(
  /[显顯名原巨专專论論编編译譯遗遺拙土卓昭所撰]著/g,
  /(?<![穿戴背挂掛拿看带帶写寫做])著(?:名(?![牌字单單片称稱册冊额額])|作(?![业業])|[称稱](?!重)|述|[书書]立)/g,
);
const PARTICLE = '著'.charCodeAt(0);

/** Places of those. */
function keptPlaces(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(KEPT)].map(({ 0: word, index }) => index + word.indexOf('著')));
}

/** Calls for each traditional character of the text, with its place and its simplified form. */
function eachTraditional(text: string, see: (place: number, plain: number) => void): void {
  let kept: ReadonlySet<number> | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = simplified[code] ?? 0;
    if (plain === 0) continue;
    if (code === PARTICLE) {
      kept ??= keptPlaces(text);
      if (kept.has(i)) continue;
    }
    see(i, plain);
  }
}

/**
 * Writes traditional characters in their simplified form, one for one: everything else stays, offsets too. 著 is 着 as
 * the particle alone.
 */
export function toSimplified(text: string): string {
  let written = '';
  let from = 0;
  eachTraditional(text, (place, plain) => {
    written += text.slice(from, place) + String.fromCharCode(plain);
    from = place + 1;
  });
  return from === 0 ? text : written + text.slice(from);
}

/** Simplified forms that are characters of traditional texts too. */
const IN_BOTH = '布系你侄娘欲舍卷榨折升泛泄酸症困了硅他御谷扎致着卜姜制托注志踊回乃周表板只秋千喂松胡面后里干台斗范扣';

/** Characters that stand in simplified texts only. */
export const simplifiedOnly = new RegExp(
  `[${[...new Set(SIMPLIFIED.values())].filter((char) => !IN_BOTH.includes(char)).join('')}]`,
  'g',
);

/** How many characters of the text are written in traditional script only. */
export function countTraditional(text: string): number {
  let count = 0;
  eachTraditional(text, () => {
    count += 1;
  });
  return count;
}
