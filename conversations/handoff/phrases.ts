import type { Kysely } from 'kysely';
import { readOperatorSection } from '../../stores/operator-settings.ts';
import type { Database, Language } from '../../stores/schema.ts';

/** What the conversation itself says while a person is waited for. */
export const HANDOFF_PHRASES = {
  takesLonger: {
    zh: '让您久等了，目前咨询的顾客较多，还没有同事接入。您可以继续等待，留下邮箱或电话由我们稍后回复，或者说“返回智能客服”继续由我为您服务。',
    en: 'Thank you for waiting; all colleagues are still busy. You can go on waiting, leave an e-mail address or phone number for a later reply, or say "back to the assistant" to go on with me.',
  },
  backInQueue: {
    zh: '刚才接待您的同事暂时离开了，已为您重新排队，下一位同事会看到全部对话。',
    en: 'The colleague who was helping you had to leave. You are back in the queue, and whoever comes next sees the whole conversation.',
  },
  passedOn: {
    zh: '已为您转给另一位同事，对方会看到全部对话。',
    en: 'You have been passed on to another colleague, who sees the whole conversation.',
  },
  backToBot: {
    zh: '好的，已取消排队，接下来由智能客服继续为您服务。',
    en: 'All right, you are out of the queue and I go on helping you.',
  },
  returned: {
    zh: '同事已处理完毕，接下来由智能客服继续为您服务；需要时可以随时再转人工。',
    en: 'My colleague has handed back to me. I go on helping you; ask for a person whenever you like.',
  },
  contactTaken: {
    zh: '已记下您的联系方式，同事会尽快回复您。对话也会保留在这里。',
    en: 'Thank you, we have your contact and will reply as soon as we can. This conversation stays here, too.',
  },
} satisfies Record<string, Record<Language, string>>;

/** As set in the console, else the phrase above. Read where it is said: rarely, and a change counts at once. */
export async function handoffText(
  db: Kysely<Database>,
  key: keyof typeof HANDOFF_PHRASES,
  language: Language,
): Promise<string> {
  const set = (await readOperatorSection(db, 'handoff'))[key];
  return set?.[language] ?? HANDOFF_PHRASES[key][language];
}
