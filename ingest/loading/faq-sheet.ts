import type { Block } from './loaded-document.ts';
import { sectionEnd } from './section-end.ts';

const QUESTION =
  /^(?:q|questions?|faq|ask|title|问|问题|常见问题|标准问题?|提问|用户问题|客户问题|咨询问题|問題|標準問題)$/i;
const ANSWER =
  /^(?:a|answers?|reply|replies|response|content|答|答案|回答|回复|答复|解答|标准答案|回复内容|答案内容|回覆|標準答案)$/i;
const VARIANTS =
  /^(?:variants?|similar(?: questions?)?|also asked|alternatives?|相似问题?|相似问法|类似问题|同义问题?|其他问法|扩展问题?|相似問題?)$/i;
/** Of the questions. */
const LEVEL = 2;
/** Columns that are there for machines, and to keep the sheet in order. */
const UNSAID =
  /^(?:no\.?|id|#|序号|编号|序號|編號|locale|lang|language|语言|語言|topics?|category|categories|tags?|主题|分类|类别|类目|标签|主題|分類|類別|標籤)$/i;

const plain = (cell: string) => cell.replace(/[\s:：*（(].*$/u, '').trim() || cell.trim();

/**
 * A sheet with a column of questions and one of answers: each question is a heading with its answer below, so that it
 * is found like an FAQ. Undefined when the head names no such columns. Other columns stay, named, below the answer.
 */
export function faqBlocks(rows: string[][]): Block[] | undefined {
  const [head = [], ...body] = rows;
  const column = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell.trim()) || pattern.test(plain(cell)));
  const [question, answer, variants] = [column(QUESTION), column(ANSWER), column(VARIANTS)];
  if (question < 0 || answer < 0 || question === answer || body.length === 0) return undefined;
  const faqs = body.flatMap((row): Block[] => {
    const [asked, answered] = [row[question] ?? '', row[answer] ?? ''];
    if (asked === '' || answered === '') return [];
    const others = head.flatMap((name, c): Block[] => {
      const value = row[c] ?? '';
      if (c === question || c === answer || c === variants || value === '' || UNSAID.test(name.trim())) return [];
      return [{ kind: 'text', text: name ? `${name}: ${value}` : value }];
    });
    const also = variants < 0 ? '' : (row[variants] ?? '');
    return [
      { kind: 'heading', level: LEVEL, text: asked.replace(/\s+/g, ' ') },
      ...answered.split(/\n{2,}/).map((text): Block => ({ kind: 'text', text: text.trim() })),
      ...others,
      ...(also ? [{ kind: 'text', text: also.split(/\s*[\n;；|]\s*/).join(' / ') } as const] : []),
    ];
  });
  return [...faqs, sectionEnd(LEVEL)];
}
