/** Addresses of the data loop's API. */
export const paths = {
  intents: '/api/qa/intents',
  turns: '/api/qa/turns',
  label: (turnId: string) => `/api/qa/turns/${turnId}/label`,
  skip: (turnId: string) => `/api/qa/turns/${turnId}/skip`,
  settle: (labelId: string) => `/api/qa/labels/${labelId}/settle`,
  summary: '/api/qa/labels/summary',
  importLabels: '/api/qa/labels/import',
  exportLabels: (format: string, mask: boolean) => `/api/qa/labels/export?format=${format}&mask=${mask}`,
};
