/** Addresses of datasets, training and models. */
export const paths = {
  datasets: '/api/qa/datasets',
  datasetFile: (version: number) => `/api/qa/datasets/${version}/export`,
  training: '/api/qa/training',
  runEvents: (id: string) => `/api/qa/training/${id}/events`,
  cancelRun: (id: string) => `/api/qa/training/${id}/cancel`,
  models: '/api/qa/models',
  model: (version: number) => `/api/qa/models/${version}`,
  compare: (version: number) => `/api/qa/models/${version}/compare`,
  promote: (version: number) => `/api/qa/models/${version}/promote`,
  rollback: '/api/qa/models/rollback',
  promotions: '/api/qa/promotions',
  gate: '/api/qa/gate',
  shadows: '/api/qa/shadows',
  stopShadow: '/api/qa/shadows/stop',
  disagreements: (id: string) => `/api/qa/shadows/${id}/disagreements`,
};
