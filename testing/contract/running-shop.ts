import { ask, customerToken } from '../chat-client.ts';
import { createHttpClient, type HttpClient } from '../http-client.ts';
import { type Program, staffToken } from '../programs/program.ts';

/** The program under test, seen through its callers' eyes. */
export interface RunningShop {
  url(): string;
  anyone(): HttpClient;
  token(customerId: string): Promise<string>;
  customer(customerId: string): Promise<HttpClient>;
  staff(role: 'agent' | 'knowledge' | 'qa' | 'admin'): Promise<HttpClient>;
  /** One message of a customer, answered as one object. */
  asked(customerId: string, text: string, conversationId?: string): ReturnType<typeof ask>;
}

/** `program` is asked at each call: the tests are declared before it runs. */
export function createRunningShop(program: () => Program): RunningShop {
  const url = () => program().url;
  const staffTokens = new Map<string, Promise<string>>();
  const token = (customerId: string) => customerToken(url(), customerId);
  return {
    url,
    token,
    anyone: () => createHttpClient(url()),
    customer: async (customerId) => createHttpClient(url(), await token(customerId)),
    async staff(role) {
      // Passwords are slow to check on purpose: one sign-in each.
      const signedIn = staffTokens.get(role) ?? staffToken(url(), role);
      staffTokens.set(role, signedIn);
      return createHttpClient(url(), await signedIn);
    },
    asked: async (customerId, text, conversationId) =>
      ask(url(), await token(customerId), { text, ...(conversationId ? { conversationId } : {}) }),
  };
}
