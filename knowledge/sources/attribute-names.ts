/**
 * Chinese names of properties by the words of their keys. The lexicon of the trade knows what a word may mean anywhere
 * ("pot" 锅, "replacement" 换货); here stands what it means as a property of goods.
 */
const TABLE = `
weight 重量|net 净含量|net weight 净重|gross weight 毛重|packed weight 打包重量|pair weight 一双重量|weight pair 一双重量
height 高度|width 宽度|depth 深度|length 长度|thickness 厚度|diameter 直径|size 尺寸|dimensions 尺寸|packed size 收纳尺寸|volume 容积
capacity 容量|area 适用面积|coverage 覆盖面积|people 适用人数|persons 适用人数|capacity persons 可容纳人数|capacity people 可容纳人数
max people 最多人数|max persons 最多人数|min people 最少人数|serves 适合人数|servings 份数|seats 座位数|sleeps 可住人数
load 承重|max load 最大承重|max weight 最大承重|weight limit 承重上限|load capacity 承重
power 功率|rated power 额定功率|voltage 电压|current 电流|frequency 频率|energy 能耗|energy grade 能效等级|fuel 燃料
battery 电池|battery life 续航|runtime 续航时间|run time 续航时间|charging 充电|charging time 充电时间|charge time 充电时间
range 续航里程|battery type 电池类型|rechargeable 可充电|plug 插头|cable 线长|cord length 线长
lumens 亮度|brightness 亮度|color temperature 色温|colour temperature 色温|dimmable 可调光
waterproof 防水|water resistant 防水|waterproof rating 防水等级|ip rating 防护等级|windproof 防风|breathable 透气|dustproof 防尘
comfort temp 舒适温度|comfort temperature 舒适温度|limit temp 极限温度|limit temperature 极限温度|temp 温度|temperature 温度
min temp 最低温度|max temp 最高温度|temperature range 温度范围|r value R 值|seasons 适用季节|season 季节
material 材质|fabric 面料|lining 里料|filling 填充物|fill 填充物|fill power 蓬松度|upper 鞋面|sole 鞋底|frame 框架|poles 帐杆|shell 外壳
composition 成分|ingredients 配料|contains 含有|includes 包含|package contents 包装清单|in the box 包装清单|allergens 过敏原|may contain 可能含有
shelf life 保质期|best before 保质期|use after opening 开封后可用|after opening 开封后可用|storage 存储|storage temperature 储存温度
expiry 有效期|lead time 提前预订时间|notice 提前预订时间|preparation time 准备时间|prep time 准备时间|setup 搭建时间|assembly time 安装时间|setup time 搭建时间
assembly 安装|assembly required 需要组装|installation 安装|tools required 需要工具
calories 热量|energy kcal 热量|protein 蛋白质|fat 脂肪|sugar 糖|salt 盐|fibre 膳食纤维|fiber 膳食纤维|caffeine 咖啡因|alcohol 酒精度|abv 酒精度
vegan 纯素|vegetarian 素食|organic 有机|halal 清真|kosher 犹太洁食|decaf 低因|spicy 辣|spiciness 辣度|acidity 酸度|bitterness 苦度|strength 浓度|saltiness 咸度|richness 浓郁度|body 醇厚度|sweetness 甜度|roast 烘焙度|grind 研磨度|flavour 口味|flavor 口味
origin 产地|made in 产地|country of origin 原产国|region 产区|variety 品种|vintage 年份|harvest 采摘|brand 品牌|model 型号|author 作者|publisher 出版社|pages 页数|language 语言|isbn ISBN
warranty 质保|guarantee 质保|certification 认证|certificate 证书|standard 标准
age 适用年龄|age range 适用年龄|min age 最小年龄|gender 适用性别|fit 版型|fits 适用|suitable for 适用|skin type 适用肤质|hair type 适用发质|scalp type 适用头皮
spf 防晒系数|moisture 滋润度|moisturising 滋润度|hold 定型力|white cast 泛白|sensitive skin 敏感肌|pregnancy 孕期|breastfeeding 哺乳期|overnight wear 可过夜佩戴|fragrance 香味|scent 香味|ph pH 值|finish 妆效|shade 色号|coverage level 遮瑕度|texture 质地|cruelty 动物实验
colour 颜色|color 颜色|style 款式|pattern 图案|shape 形状|type 类型|category 级别|class 级别|grade 等级|level 难度|difficulty 难度|form 形态|index 折射率
machine washable 可机洗|washable 可水洗|care 洗护|wash 洗涤|dishwasher safe 可用洗碗机|microwave safe 可用微波炉|oven safe 可进烤箱|freezer safe 可冷冻|ironing 熨烫
pet safe 对宠物安全|child safe 对儿童安全|food safe 食品级|safe for pets 对宠物安全|toxic 有毒|pet friendly 适合宠物|baby safe 对婴儿安全
life stage 适用阶段|main ingredient 主要配料|grain 谷物|flushable 可冲厕所|dust 粉尘|clumping 结团|meals per day 每日餐数|max cat 最大猫体重|max pet weight 最大宠物体重|breed size 适用体型|filter days 滤芯更换天数
carbs 碳水化合物|sodium 钠|serving 每份重量|serving size 每份重量|servings per container 份数|capsules 胶囊数|tablets 片数|informed sport Informed Sport 认证|creatine 肌酸|electrolytes 电解质|sweetener 甜味剂|soy 大豆|palm oil 棕榈油
voices 音色数|rhythms 节奏数|mesh heads 网面鼓皮|hand 左右手|keys size 键宽|gauge 弦径|bow 琴弓
pot 花盆|pot size 盆径|light 光照|watering 浇水间隔|water 水量|hardiness 耐寒|bloom 花期|flowering 花期|sunlight 光照|soil 土壤|humidity 湿度|growth 长势
keys 琴键数|weighted 配重|polyphony 复音数|headphone jack 耳机插孔|strings 琴弦|top 面板|left handed 左手款|right handed 右手款|scale length 有效弦长|pickup 拾音器|fretboard 指板
bluetooth 蓝牙|wifi Wi-Fi|wi fi Wi-Fi|usb USB|usb c USB-C|nfc NFC|gps GPS|app 手机应用|app control 手机应用控制|connectivity 连接方式|connection 连接方式|compatibility 兼容|compatible with 兼容|ports 接口|input 输入|output 输出
screen 屏幕|display 显示屏|resolution 分辨率|refresh 刷新率|ram 内存|memory 内存|camera 摄像头|microphones 麦克风数|speakers 扬声器|noise 噪音|noise level 噪音|noise cancelling 降噪|max volume 最大音量
speed 速度|speeds 档位|gears 变速档位|modes 模式|settings 档位|timer 定时|presets 预设|flow 流量|airflow 风量|mist 加湿量|suction 吸力|pressure 压力|tank 水箱|dustbin 尘盒|filter 滤芯|torque 扭矩|cutting depth 切割深度|blade 刀片|blade length 刀长
lens width 镜片宽度|bridge 鼻梁宽度|temple 镜腿长度|prescription 可配度数|prescription ready 可配度数|polarised 偏光|polarized 偏光|uv 防紫外线|uv protection 防紫外线|blue light 防蓝光|photochromic 变色|coating 镀膜|water content 含水量
max sphere 最高近视度数|sphere 球镜|base curve 基弧|replacement 更换周期|uses 可用次数|refill 补充周期|refillable 可补充|preservative 防腐剂
measure 测量|test 检测|time 时间|voice 语音|sets 组数|memory sets 可存组数|measuring range 测量范围|
pieces 件数|quantity 数量|count 数量|pack 包装数量|pack size 包装数量|cups 杯数|sheets 张数|rolls 卷数|ply 层数|recipes 食谱数|wheels 轮子|pockets 口袋|handle 把手|lid 盖子|strap 带子|closure 闭合方式|heel 鞋跟|hood 帽子|sleeve 袖长|waist 腰围|chest 胸围
foldable 可折叠|firmness 软硬度|softness 柔软度|hardness 硬度|flexibility 柔韧度|warmth 保暖度|absorbency 吸水性|sharpness 锋利度|stiffness 硬挺度|driving 驾驶|travel 旅行|beginners 初学者|children 儿童|kids 儿童|babies 婴儿|portable 便携|adjustable 可调节|removable 可拆卸|reusable 可重复使用|recyclable 可回收|recycled 再生材料|biodegradable 可降解|compostable 可堆肥|handmade 手工|limited edition 限量|wireless 无线|wired 有线|cordless 无线|auto ignition 自动点火|inflatable 充气|self inflating 自动充气
insulated 保温|keep warm 保温时间|keep cold 保冷时间|stackable 可叠放|lockable 可上锁|reversible 双面可用|stretch 弹力|elastic 弹力|padded 有衬垫
duration 时长|starts 开始时间|start time 开始时间|ends 结束时间|schedule 时间安排|location 地点|instructor 讲师|deposit 押金|daily rate 日租金|insurance 保险
battery with case 含充电盒续航|standby 待机时间|standby time 待机时间|talk time 通话时间|playback 播放时间|playtime 播放时间|play time 游戏时长|fast charging 快充|wireless charging 无线充电|charger 充电器|adapter 电源适配器
chip 芯片|chipset 芯片|processor 处理器|cpu 处理器|gpu 显卡|graphics 显卡|cores 核心数|os 操作系统|operating system 操作系统|ssd 固态硬盘|hdd 硬盘|hard drive 硬盘|sim SIM 卡|sim slots SIM 卡槽|network 网络制式|fingerprint 指纹识别|face unlock 面容解锁|keyboard 键盘|touchscreen 触摸屏|webcam 摄像头|card reader 读卡器
screen size 屏幕尺寸|display size 屏幕尺寸|screen type 屏幕类型|panel 面板|panel type 面板类型|refresh rate 刷新率|aspect ratio 屏幕比例|viewing angle 可视角度|contrast 对比度|response time 响应时间|latency 延迟|hdr HDR|pixels 像素|megapixels 像素|front camera 前置摄像头|rear camera 后置摄像头|video 视频|frame rate 帧率|night vision 夜视距离|field of view 视角|aperture 光圈|zoom 变焦|focal length 焦距|sensor 传感器|image stabilisation 防抖|image stabilization 防抖|iso 感光度|shutter 快门|lens 镜头|lens mount 镜头卡口|mount 卡口
driver 发声单元|drivers 发声单元|driver size 单元尺寸|impedance 阻抗|sensitivity 灵敏度|frequency response 频率响应|codec 音频编码|codecs 音频编码|bluetooth version 蓝牙版本|channels 声道|anc 主动降噪|noise cancellation 降噪|mic 麦克风|microphone 麦克风|voice assistant 语音助手|voice control 语音控制|multipoint 多设备连接|multi device 多设备连接|formats 支持格式|wearing style 佩戴方式
dpi 灵敏度|switches 轴体|switch type 轴体类型|layout 布局|backlight 背光|wired 有线|hot swap 热插拔|polling rate 回报率|interface 接口|data speed 传输速度|transfer speed 传输速度|read speed 读取速度|write speed 写入速度|bandwidth 带宽|antennas 天线数|mesh 组网|dual band 双频
cadr 洁净空气量|illuminance 照度|color rendering 显色指数|colour rendering 显色指数|beam distance 照射距离|beam angle 光束角|bulb 灯泡|bulb type 灯泡类型|lamp life 灯泡寿命|throw ratio 投射比|strokes per min 每分钟振动次数|spin 脱水转速|spin speed 脱水转速|cooling 制冷|heating 加热|cooling capacity 制冷量|heating capacity 制热量|compressor 压缩机|inverter 变频|defrost 除霜|navigation 导航方式|mopping 拖地|precision 精度|accuracy 精度|safety 安全|temperatures 温度档|preheat time 预热时间|boil time 煮沸时间|cook time 烹饪时间|brew time 冲煮时间|self cleaning 自清洁|auto shut off 自动断电|child lock 童锁|smart home 智能家居
seat height 座高|seat depth 座深|seat width 座宽|armrest 扶手|armrests 扶手|backrest 靠背|cushion 坐垫|upholstery 面料|legs 腿|drawers 抽屉数|shelves 层板数|doors 门数|tabletop 桌面|mattress 床垫|mattress size 床垫尺寸|slats 床板|springs 弹簧|foam 海绵|density 密度|wood 木材|wood type 木材|reclining 可躺|swivel 可旋转|max height 最高高度|min height 最低高度|footprint 占地面积|thread count 支数|gsm 克重|tog 保暖系数|loft 蓬松高度|pile height 绒高|backing 底背|double sided 双面
insulation 保温层|pole material 杆材|tent type 帐篷类型|doors count 门数|rooms 房间数|vestibule 前厅|floor area 使用面积|season rating 适用季节|temp rating 适用温度|temperature rating 适用温度|fuel type 燃料|burn time 燃烧时间|burner 炉头|ignition 点火方式|back length 背长|torso length 背长|rain cover 防雨罩|hydration 饮水系统|frame material 框架材质|wheel size 轮径|tyre size 轮胎尺寸|tire size 轮胎尺寸|tyres 轮胎|brakes 刹车|brake type 刹车类型|suspension 避震|motor 电机|motor power 电机功率|top speed 最高速度|max speed 最高速度|climbing 爬坡|helmet size 头围|buoyancy 浮力|fin 尾鳍|grip 握把|grip size 握把尺寸|head size 拍面大小|string tension 穿线磅数|flex 硬度|drop 落差|cushioning 缓震|outsole 大底|midsole 中底|insole 鞋垫|toe cap 鞋头|shaft height 筒高|width fitting 鞋宽
net content 净含量|volume per bottle 每瓶容量|concentration 浓度|active ingredient 活性成分|active ingredients 活性成分|key ingredients 主要成分|skin concern 适用问题|skin concerns 适用问题|pa PA 值|pa rating PA 值|water resistance 防水|longwear 持妆|lasting 持久时间|undertone 色调|hypoallergenic 低敏|non comedogenic 不致粉刺|dermatologist tested 皮肤科测试|period after opening 开封后保质期|top notes 前调|middle notes 中调|base notes 后调|notes 香调|nozzle 喷头
players 玩家人数|player count 玩家人数|number of players 玩家人数|playing time 游戏时长|batteries 电池|batteries included 含电池|batteries required 需要电池|recommended age 适用年龄|age from 适用起始年龄|scale 比例|difficulty level 难度|series 系列|edition 版本|format 开本|binding 装帧|paper 纸张|paper weight 纸张克重|ruling 内页格式|nib 笔尖|ink 墨水|ink color 墨水颜色|tip size 笔尖粗细|refills 替芯
karat 成色|purity 纯度|metal 金属|gemstone 宝石|stone 宝石|stones 宝石|carat 克拉|clarity 净度|cut 切工|plating 镀层|ring size 戒指尺寸|chain length 链长|clasp 扣头|movement 机芯|dial 表盘|case diameter 表盘直径|case material 表壳材质|water depth 防水深度|crystal 表镜|power reserve 动力储存
voltage range 电压范围|vehicle 适用车型|vehicles 适用车型|car models 适用车型|viscosity 粘度|load index 载重指数|speed rating 速度级别|rim size 轮毂尺寸|drill speed 转速|no load speed 空载转速|rpm 转速|chuck 夹头|chuck size 夹头尺寸|battery voltage 电池电压|max torque 最大扭矩|coverage area 覆盖面积|drying time 干燥时间|recoat time 重涂时间|sheen 光泽度|thread 螺纹|nozzle size 喷嘴尺寸|hose length 软管长度|reach 伸展长度
free 不含|nickel 镍|gluten 麸质|lactose 乳糖|dairy 乳制品|nut 坚果|nuts 坚果|egg 鸡蛋|sulphate 硫酸盐|sulfate 硫酸盐|paraben 防腐剂|parabens 防腐剂|silicone 硅油|alcohol free 不含酒精|sugar free 无糖|added sugar 添加糖|fragrance free 无香精|soap 皂基|oil 油|latex 乳胶|bpa 双酚 A|lead 铅|cholesterol 胆固醇|caffeine free 不含咖啡因
`;

const NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry): [string, string] => {
      const at = entry.search(/ (?=\p{Script=Han}|[A-Z]|p?H|R )/u);
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
);

/** Words that say of a property that it is there, how much of it at most, or that there is none. */
const MOST: Readonly<Record<string, string>> = { max: '最大', maximum: '最大', min: '最小', minimum: '最小' };
const ONLY_SAYS = new Set(['is', 'has', 'have', 'with', 'are']);
/** "For sensitive skin", "suitable in pregnancy". */
const FIT = new Set(['for', 'suits', 'suitable', 'suited']);
const BETWEEN = new Set(['for', 'in', 'to', 'during']);
const NONE = new Set(['no', 'without', 'non', 'zero']);

/** The Chinese name of a property from the words of its key; undefined where one of them is not known. */
export function propertyNameZh(words: readonly string[]): string | undefined {
  const [first = '', ...rest] = words;
  if (words.length === 0) return undefined;
  const whole = NAMES.get(words.join(' '));
  if (whole !== undefined) return whole;
  if (ONLY_SAYS.has(first)) return propertyNameZh(rest);
  const before = (prefix: string, name: string | undefined) => name && `${prefix}${name}`;
  if (rest.length > 0 && FIT.has(first))
    return before('适合', propertyNameZh(BETWEEN.has(rest[0] ?? '') ? rest.slice(1) : rest));
  if (rest.length > 0 && NONE.has(first)) return before('不含', propertyNameZh(rest));
  if (rest.length > 0 && words.at(-1) === 'free') return before('不含', propertyNameZh(words.slice(0, -1)));
  if (rest.length > 0 && MOST[first]) return before(MOST[first], propertyNameZh(rest));
  // The longest name that the key begins with, and the rest by itself.
  for (let length = words.length - 1; length > 0; length--) {
    const head = NAMES.get(words.slice(0, length).join(' '));
    const tail = head && propertyNameZh(words.slice(length));
    if (tail) return `${head}${tail}`;
  }
  return undefined;
}
