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
  /** What a model was called for. */
  purposes: Record<string, string>;
  modelName: string;
  outcome: string;
  outcomes: Record<string, string>;
  finish: string;
  firstToken: string;
  tokens: string;
  tokensInOut: string;
  roles: Record<string, string>;
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
    purposes: {
      route: 'what the message wants',
      plan: 'which lookups to make',
      answer: 'the answer from passages',
      phrase: 'better words for a reply',
      summarise: 'the note for a person',
      judge: 'a verdict on the reply',
    },
    modelName: 'Model',
    outcome: 'Outcome',
    outcomes: {
      cancelled: 'stopped by its reader',
      rate_limited: 'too many requests',
      refused: 'refused by the server',
      server_error: 'the server failed',
      connection: 'not reached',
      timeout: 'no answer in time',
      cut: 'broke off',
      filtered: 'filtered by the server',
      unreadable: 'not readable',
      budget: 'not made: the turn had none left',
      breaker_open: 'not made: the server had failed too often',
    },
    finish: 'Finish reason',
    firstToken: 'First token',
    tokens: 'Tokens',
    tokensInOut: '{in} in, {out} out',
    roles: { system: 'Instructions', user: 'Data', assistant: 'Answer' },
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
    purposes: {
      route: '消息的意图',
      plan: '要做哪些查询',
      answer: '依据段落作答',
      phrase: '润色回复',
      summarise: '给人工客服的摘要',
      judge: '对回复的评判',
    },
    modelName: '模型',
    outcome: '结果',
    outcomes: {
      cancelled: '已提前停止读取',
      rate_limited: '请求过多',
      refused: '被服务器拒绝',
      server_error: '服务器出错',
      connection: '无法连接',
      timeout: '超时未答',
      cut: '中途断开',
      filtered: '被服务器过滤',
      unreadable: '无法解析',
      budget: '未调用：本轮次数已用完',
      breaker_open: '未调用：服务器多次失败',
    },
    finish: '结束原因',
    firstToken: '首个词元',
    tokens: '词元',
    tokensInOut: '输入 {in}，输出 {out}',
    roles: { system: '指令', user: '数据', assistant: '回答' },
    nothing: '没有留下处理过程的记录。',
  },
};
