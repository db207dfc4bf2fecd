/** Whole messages that mean yes or no, politeness and marks stripped; precision before recall. */
const YES =
  /^(?:(?:嗯+|恩|哦|那|啊|好)?(?:是的?|对的?|对啊|没错|好的?|好啊|好呀|好吧|好滴|好嘞|行吧?|行的|可以的?|可以啊|嗯+|恩+|确认(?:无误)?|确定|同意|没问题|当然(?:可以|要)?|要的?|需要的?|就这样(?:办|吧)?|就这么办|提交吧?|办吧|帮我办吧?|继续吧?|麻烦了|是这个|就是这个)(?:吧|啊|的|呀|了|哦)?)+(?:(?:请|麻烦)?(?:帮我)?(?:确认|提交|继续|处理|办理|取消|修改|退货?|转人工|转接)(?:吧|一下|下)?)?$|^(?:yes|yeah|yep|yup|yess+|ya|yea|y|sure|ok|okay|okey|k|alright|all right|fine|correct|confirm(?:ed)?|i confirm|agreed?|i agree|absolutely|definitely|certainly|of course|exactly|right|that'?s (?:right|correct|fine|it)|sounds good|go ahead|please do|do it|proceed|that works|works for me|i'?m sure|affirmative|uh huh|why not)(?: (?:yes|yeah|ok|okay|sure|please|thanks|thank you|thx|do it|do that|go ahead|go on|proceed|confirm|correct|that'?s (?:right|correct|fine|it|the one)|that one|i (?:do|am|would|confirm|agree|want that)|of course|cancel it|cancel the order|change it|submit it|return it|connect me|transfer me|a human|i'?m sure|it is|sounds good|great))*$/;
const NO =
  /^(?:(?:不用?了?|不是的?(?:这个|这单|那个)?(?:订单|商品)?|不要了?|不需要|不必了?|不行|不对|不可以|不同意|不确认|不好|不想(?:要)?了?|先不要?了?|先别|别了?|算了吧?|还是算了|没有|没|否|不了|暂时不(?:用|要|需要)|错了|停|等等|等一下|我?再想想|我?再考虑一下|不取消了?|不改了?|不退了?|别取消了?|别改了?|别提交|不要提交|放弃吧?|取消吧?操作|不用麻烦了?)(?:吧|啊|哦|呀|的)?(?:我?不(?:要|用|需要|想要|取消|改|退|换)了?)?)+(?:我?再(?:想想|考虑一下|看看))?$|^(?:no|nope|nah|n|never ?mind|nvm|not (?:now|yet|really|that one|necessary|interested)|don'?t|do not|please don'?t|wrong|incorrect|stop|forget it|leave it|keep it|no way|negative|absolutely not|definitely not|i'?d rather not|maybe later|i don'?t (?:think so|want (?:to|that|it)|agree)|that'?s (?:wrong|not right|not it|not what i want)|wait no|hold on)(?: (?:no|thanks|thank you|thx|not|don'?t|do not|please|do (?:it|that)|cancel it|cancel|change it|keep it|leave it|not now|not that one|i (?:don'?t|do not)(?: want (?:to|that|it))?|i changed my mind|that'?s (?:wrong|not right|all)|it'?s not|it isn'?t|forget it|never ?mind|stop|as it is|need|way|the other one))*$/;
const POLITE = /谢谢|多谢|麻烦(?=[了你您]?$)|你好|您好|请(?=$)|亲|哈|～|~/g;
const YES_SIGN = /^(?:👌|👍|✅|🆗)+$/u;
const NO_SIGN = /^(?:❌|👎|🙅)+$/u;

/** `yes` or `no` when the normalised message as a whole says it; undefined otherwise. */
export function findAnswer(normalised: string): 'yes' | 'no' | undefined {
  const bare = normalised.replace(/\s/g, '');
  if (YES_SIGN.test(bare)) return 'yes';
  if (NO_SIGN.test(bare)) return 'no';
  const text = normalised
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark === "'" ? mark : ' '))
    .replace(POLITE, ' ')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length === 0 || text.length > 60 || /[?？]\s*$/.test(normalised)) return undefined;
  // "好的不用了" says yes to the sentence and no to the offer: the refusal counts.
  if (NO.test(text) || NO.test(text.replace(/^(?:好的?吧?|嗯+|ok(?:ay)?|行吧?|那)\s?(?=不|算|先|no|never|don)/, '')))
    return 'no';
  return YES.test(text) ? 'yes' : undefined;
}
