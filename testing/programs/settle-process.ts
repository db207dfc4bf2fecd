import { pino } from 'pino';
import { z } from 'zod';
import { createShopClient } from '../../shops/http/client.ts';
import { parseShopApi } from '../../shops/http/config.ts';
import { createShopWrites } from '../../shops/http/writes.ts';
import { openDatabase } from '../../stores/database.ts';
import { WRITE_TOOLS } from '../../tools/changes/write-tools.ts';
import { parsePolicy } from '../../tools/policy/read-policy.ts';
import { createConfirmationSettler } from '../../tools/settle-confirmation.ts';
import { stubShopDescription } from '../stub-shop-api.ts';

/** A process of its own that says yes to one confirmation, to be killed while the shop's API is at it. */
const { databaseUrl, shopUrl, confirmationId, conversationId, customerId } = z
  .object({
    databaseUrl: z.string(),
    shopUrl: z.string(),
    confirmationId: z.string(),
    conversationId: z.string(),
    customerId: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));
const database = openDatabase({ url: databaseUrl, logger: pino({ level: 'silent' }), max: 2 });
const config = parseShopApi('api', JSON.stringify(stubShopDescription(shopUrl)), () => 'x');
const settler = createConfirmationSettler({
  db: database.db,
  tools: WRITE_TOOLS,
  policy: parsePolicy({}),
  carryOut: createShopWrites({ client: createShopClient(config), config }),
});
const { outcome } = await settler.settle({
  confirmationId,
  conversationId,
  customerId,
  approve: true,
  now: new Date(),
  view: { language: 'en', currency: 'USD', timeZone: 'UTC' },
});
process.stdout.write(outcome);
await database.close();
