import { createHttp } from '../api/http.ts';
import type { DemoCustomerView } from '../api/types.ts';

const http = createHttp({ base: '', token: () => null });

/** The sample customers; null where the server has no demo mode. */
export async function listDemoCustomers(): Promise<DemoCustomerView[] | null> {
  return http.json<DemoCustomerView[]>('/api/demo/customers').catch(() => null);
}

/** A customer token for a sample customer, as a shop's own server would sign it. */
export async function signInAs(customerId: string): Promise<string> {
  const path = `/api/demo/customers/${encodeURIComponent(customerId)}/token`;
  return (await http.json<{ token: string }>(path, { method: 'POST', body: {} })).token;
}
