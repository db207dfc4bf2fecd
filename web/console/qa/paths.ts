/** Addresses of the evals' API. */
export const api = {
  runs: '/api/evals/runs',
  run: (id: string) => `/api/evals/runs/${encodeURIComponent(id)}`,
  comparison: (before: string, after: string) => `/api/evals/comparison?${new URLSearchParams({ before, after })}`,
  trace: (id: string) => `/api/qa/traces/${encodeURIComponent(id)}`,
  cases: '/api/qa/cases',
  case: (id: string) => `/api/qa/cases/${encodeURIComponent(id)}`,
  draft: (conversation: string) => `/api/qa/cases/draft?${new URLSearchParams({ conversation })}`,
  exportCases: '/api/qa/cases/export',
  history: (suite: string, id: string) => `/api/evals/cases?${new URLSearchParams({ suite, case: id })}`,
};

/** Addresses of the console's pages on them. */
export const places = {
  runs: 'qa',
  run: (id: string) => `qa/run/${encodeURIComponent(id)}`,
  comparison: (before: string, after: string) => `qa/compare?${new URLSearchParams({ before, after })}`,
  trace: (id: string) => `qa/trace/${encodeURIComponent(id)}`,
  cases: 'qa/cases',
  case: (id: string) => `qa/cases/${encodeURIComponent(id)}`,
  newCase: (conversation: string) => `qa/cases/new?${new URLSearchParams({ conversation })}`,
  history: (suite: string, id: string) => `qa/case?${new URLSearchParams({ suite, case: id })}`,
};
