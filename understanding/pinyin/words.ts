/** What customers say to a shop, by its syllables. */
const WORDS = `
ni hao 你好|nin hao 您好|zai ma 在吗|xie xie 谢谢|zai jian 再见|bai bai 拜拜|hao de 好的|shi de 是的
que ren 确认|que ding 确定|ke yi 可以|bu yao 不要|bu yong 不用|bu yong le 不用了|suan le 算了|mei you 没有
mei shi 没事
tui huo 退货|huan huo 换货|tui kuan 退款|tui qian 退钱|tui huan 退换|shou hou 售后|kuai di 快递|wu liu 物流
bao guo 包裹|fa huo 发货|dao huo 到货|song huo 送货|pei song 配送|shou huo 收货|shou dao 收到|qian shou 签收
ding dan 订单|dan hao 单号|xia dan 下单|mai le 买了|fa piao 发票|kai piao 开票|tai tou 抬头|qu xiao 取消
xiu gai 修改|geng gai 更改|di zhi 地址|dian hua 电话|shou ji hao 手机号
you hui 优惠|you hui quan 优惠券|zhe kou 折扣|da zhe 打折|bian yi 便宜|pian yi 便宜|huo dong 活动
cu xiao 促销|man jian 满减|ji fen 积分|hui yuan 会员|mi ma 密码|zhang hao 账号|deng lu 登录|zhu xiao 注销
ke fu 客服|ren gong 人工|zhuan ren gong 转人工|tou su 投诉|jing li 经理|jia ge 价格|duo shao 多少
duo shao qian 多少钱|yun fei 运费|you fei 邮费|bao you 包邮|bao xiu 保修|zhi bao 质保|wei xiu 维修
an zhuang 安装|shang men 上门|zhi fu 支付|fu kuan 付款|zhi fu bao 支付宝|wei xin 微信|xin yong ka 信用卡
fen qi 分期
zhi liang 质量|wen ti 问题|huai le 坏了|po sun 破损|sui le 碎了|fa cuo 发错|cuo le 错了|shao le 少了
mei fan ying 没反应|zen me yong 怎么用|shuo ming shu 说明书|chi ma 尺码|da xiao 大小|yan se 颜色
kuan shi 款式|xian huo 现货|ku cun 库存|you huo 有货|que huo 缺货|bu huo 补货|shang pin 商品|chan pin 产品
dong xi 东西|tui jian 推荐|li wu 礼物|bi jiao 比较|qu bie 区别
men dian 门店|shi ti dian 实体店|ying ye 营业|shang ban 上班|xia ban 下班|kai men 开门|guan men 关门
shen qing 申请|chu li 处理|cui yi xia 催一下
sha bi 傻逼|ta ma de 他妈的|cao ni ma 操你妈|gun dan 滚蛋
`;

/** Words of any talk, which say nothing of a shop by themselves. */
const OTHER = `
shen me 什么|shen me shi hou 什么时候|shi hou 时候|shi jian 时间|zen me 怎么|zen me ban 怎么办|zen yang 怎样
wei shen me 为什么|duo jiu 多久|ji tian 几天|ji dian 几点|na li 哪里|dao na 到哪|dao na le 到哪了|na ge 哪个
zhe ge 这个|qing wen 请问|bang wo 帮我|yi xia 一下|jin tian 今天|ming tian 明天|zuo tian 昨天|xian zai 现在
hai mei 还没|neng bu neng 能不能|ke bu ke yi 可不可以|you mei you 有没有|wo de 我的|ni men 你们|wo men 我们
zhi dao 知道|xiang yao 想要|ma fan 麻烦
wo 我|ni 你|nin 您|ta 它|de 的|le 了|ma 吗|ne 呢|ba 吧|a 啊|ya 呀|na 哪|nei 那|zhe 这|ge 个|shi 是|bu 不
mei 没|bie 别|you 有|yao 要|xiang 想|neng 能|hui 会|qing 请|wen 问|kan 看|cha 查|gei 给|bang 帮|ba 把|zai 在
dao 到|qu 去|lai 来|hai 还|ye 也|dou 都|jiu 就|tai 太|hen 很|kuai 快|man 慢|hao 好|huai 坏|tui 退|huan 换
mai 买|fa 发|song 送|ji 寄|kai 开|gai 改|cui 催|shou 收|qian 钱|huo 货|dan 单|jian 件|tian 天|yi 一|liang 两
san 三|da 大|xiao 小|he 和|gen 跟|dui 对|cuo 错|dian 店|li 里|shang 上|xia 下|guo 过|jia 家|ren 人
`;

const entriesOf = (text: string): Array<readonly [string, string]> =>
  text
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const at = entry.lastIndexOf(' ');
      return [entry.slice(0, at), entry.slice(at + 1)] as const;
    });

/** Syllables, a space between them, to the characters that a customer of a shop means by them. */
export const SHOP_WORDS: ReadonlyMap<string, string> = new Map(entriesOf(WORDS));
export const OTHER_WORDS: ReadonlyMap<string, string> = new Map(entriesOf(OTHER));
