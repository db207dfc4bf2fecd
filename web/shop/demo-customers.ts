import { createHttp } from '../api/http.ts';

/** A sample customer as GET /api/demo/customers lists it. */
export interface DemoCustomer {
  id: string;
  name: string | { zh?: string; en?: string };
  locale: string;
  orders: string[];
}

const http = createHttp({ base: '', token: () => null });

/** The sample customers; null where the server has no demo mode. */
export async function listDemoCustomers(): Promise<DemoCustomer[] | null> {
  return http.json<DemoCustomer[]>('/api/demo/customers').catch(() => null);
}

/** A customer token for a sample customer, as a shop's own server would sign it. */
export async function signInAs(customerId: string): Promise<string> {
  const path = `/api/demo/customers/${encodeURIComponent(customerId)}/token`;
  return (await http.json<{ token: string }>(path, { method: 'POST', body: {} })).token;
}
