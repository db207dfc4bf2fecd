/** What the trace viewer says, in the console and in a report. */
export interface TraceWords {
  understood: string;
  searched: string;
  model: string;
  request: string;
  intent: string;
  route: string;
  confidence: string;
  insteadOf: string;
  context: string;
  evidence: string;
  passage: string;
  page: string;
  gone: string;
  legs: Record<'lexical' | 'vector' | 'fused' | 'rerank', string>;
  steps: Record<string, string>;
  prompt: string;
  nothing: string;
}

export const traceWords: Record<'en' | 'zh', TraceWords> = {
  en: {
    understood: 'Understood',
    searched: 'Searched',
    model: 'Model call',
    request: 'Request',
    intent: 'Intent',
    route: 'Route',
    confidence: 'Confidence',
    insteadOf: 'Next best',
    context: 'What the talk was about',
    evidence: 'Evidence',
    passage: 'Passage',
    page: 'p. {n}',
    gone: 'The passage is no longer there.',
    legs: { lexical: 'Words', vector: 'Meaning', fused: 'Fused', rerank: 'Reranked' },
    steps: {
      catalogue: 'Answered from the catalogue',
      find_orders: 'Looked up orders',
      recommend_products: 'Looked for products',
      settle: 'Settled a change',
      handoff_rule: 'A handoff rule applied',
      shop_unavailable: 'The shop’s system did not answer',
    },
    prompt: 'Prompt and answer',
    nothing: 'Nothing was kept of how this came about.',
  },
  zh: {
    understood: '理解',
    searched: '检索',
    model: '模型调用',
    request: '请求',
    intent: '意图',
    route: '路由',
    confidence: '置信度',
    insteadOf: '其次',
    context: '当时的话题',
    evidence: '证据',
    passage: '段落',
    page: '第 {n} 页',
    gone: '该段落已不存在。',
    legs: { lexical: '词语', vector: '语义', fused: '融合', rerank: '重排' },
    steps: {
      catalogue: '由商品目录回答',
      find_orders: '查询订单',
      recommend_products: '查找商品',
      settle: '处理变更',
      handoff_rule: '触发转人工规则',
      shop_unavailable: '店铺系统没有响应',
    },
    prompt: '提示词与回答',
    nothing: '没有留下处理过程的记录。',
  },
};
