const LANGUAGE =
  'english|chinese|mandarin|cantonese|spanish|french|german|italian|portuguese|russian|japanese|korean|arabic|hindi|thai|vietnamese|indonesian|turkish|dutch|polish';
const ASKS_LANGUAGE = new RegExp(
  `^(?:(?:hi|hello|hey|sorry|excuse me)[,.! ]+)*(?:(?:do|can|could|does) (?:you|i|we|anyone|anybody|somebody|someone|your (?:team|staff|bot))(?: all)?|is there (?:anyone|someone|somebody) who(?: can)?) ?(?:speaks?|talk|chat|write|understand|reply|answer|support|use)(?: to you| with you)?(?: in)? (?:${LANGUAGE}|other languages|another language)\\b|^(?:what|which) languages? (?:do|can|are) (?:you|we|i)\\b|^(?:请问|你好|您好|[，, ])*(?:你们?|您|客服|这里)?(?:会|能|可以|支持|懂|听得懂|有没有人会)(?:不会|不能)?(?:说|讲|用|看|写)?(?:[英中日韩法德俄]语|[英中日韩法德俄]文|普通话|国语|粤语|广东话|西班牙语|葡萄牙语|阿拉伯语|泰语|越南语|其他语言)(?:的)?(?:客服|人工)?(?:交流|沟通|回答|回复|聊|服务)?(?:吗|么|嘛)?[?？]?$`,
);

const WANTS_LANGUAGE = new RegExp(
  `^(?:please )?(?:speak|reply|answer|write|talk|respond|chat)(?: to me| me| with me)?(?: in)? (?:${LANGUAGE})(?: please| from now on)?[.! ]*$|^(?:请|麻烦|能不能|可以|能)?(?:你|您)?(?:用|说|讲)(?:[英中日韩法德俄][语文]|普通话|国语|粤语|广东话)(?:来)?(?:跟我|和我|给我)?(?:说话?|讲|回答|回复|聊|交流|沟通)?(?:我)?(?:一下|吧|吗)?[?？。!！]*$`,
);

/** "Do you speak English?", 用英文回答我: what the assistant itself understands. */
export const asksLanguage = (normalised: string): boolean =>
  ASKS_LANGUAGE.test(normalised) || WANTS_LANGUAGE.test(normalised);

/** The one of the assistant's languages that is named. */
export function languageNamed(normalised: string): 'zh' | 'en' | undefined {
  if (/\benglish\b|英[语文]/.test(normalised)) return 'en';
  return /\b(?:chinese|mandarin)\b|中文|普通话|国语/.test(normalised) ? 'zh' : undefined;
}
