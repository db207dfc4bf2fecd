import { CONVERSATIONS } from './conversations.ts';
import { converse, SHOP_DIRS } from './converse.ts';
import { openShopInProcess } from './shop-in-process.ts';

/** `node evals/dialogue/print.ts [part of an id] [--failed]`: the conversations as they go, with what is wrong. */
const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const failedOnly = process.argv.includes('--failed');
const chosen = CONVERSATIONS.filter(({ id }) => id.includes(wanted));
let passed = 0;
for (const name of ['sample', 'bikes'] as const) {
  const here = chosen.filter(({ shop }) => shop === name);
  if (here.length === 0) continue;
  const shop = await openShopInProcess(SHOP_DIRS[name]);
  try {
    for (const conversation of here) {
      const spoken = await converse(shop, conversation);
      const faulty = spoken.some(({ faults }) => faults.length > 0);
      if (!faulty) passed += 1;
      if (failedOnly && !faulty) continue;
      console.log(`\n## ${conversation.id} (${name})`);
      for (const { customer, reply, faults } of spoken) {
        const buttons = reply.quickReplies?.length ? `  {${reply.quickReplies.join(' | ')}}` : '';
        console.log(`> ${customer}\n< [${reply.route}/${reply.intent}] ${reply.text.slice(0, 400)}${buttons}`);
        for (const fault of faults) console.log(`  !! ${fault}`);
      }
    }
  } finally {
    await shop.close();
  }
}
console.log(`\n${passed} of ${chosen.length}`);
