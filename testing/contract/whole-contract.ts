import { afterAll, beforeAll } from 'vitest';
import { type Program, startProgram } from '../programs/program.ts';
import { accessContract } from './access-contract.ts';
import { chatContract } from './chat-contract.ts';
import { clientContract } from './client-contract.ts';
import { deskContract } from './desk-contract.ts';
import { documentContract } from './document-contract.ts';
import { faqContract } from './faq-contract.ts';
import { managerContract } from './manager-contract.ts';
import { orderContract } from './order-contract.ts';
import { createRunningShop } from './running-shop.ts';

/**
 * What a client can rely on, checked from outside against the real program, on a shop in another trade. Each back end
 * has a file of its own, so that two are checked side by side.
 */
export function wholeContract(env: Record<string, string>): void {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ shopDir: 'testing/bookshop', env });
  }, 240_000);
  afterAll(() => program?.close());

  const shop = createRunningShop(() => program);
  accessContract(shop);
  chatContract(shop);
  clientContract(shop);
  orderContract(shop);
  deskContract(shop);
  documentContract(shop);
  faqContract(shop);
  managerContract(shop);
}
