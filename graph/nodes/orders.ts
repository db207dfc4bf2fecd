import type { ShopView } from '../../tools/changes/write-tool.ts';
import { type BranchReply, type BranchWork, say } from '../branch.ts';
import { behindWaiting } from '../orders/behind-waiting.ts';
import { changeOf, changeOrder } from '../orders/change-order.ts';
import { meansDefaultAddress, proposeDefaultAddress } from '../orders/changes/change-default-address.ts';
import { isChangeIntent } from '../orders/changes/change-intents.ts';
import { asOfTheShop, isGuess, mayBeOfTheShop, wishesByRule } from '../orders/of-the-shop.ts';
import type { OrdersDeps } from '../orders/orders-deps.ts';
import { saysEach } from '../orders/selection/all-orders.ts';
import { chooseAmong, noneFits } from '../orders/selection/choose-among.ts';
import { eachNamed } from '../orders/selection/each-named.ts';
import { findMeant } from '../orders/selection/find-meant.ts';
import { tellOfDamage, tellOrder } from '../orders/tell-order.ts';
import { answerVisitor } from '../orders/visitors/answer-visitor.ts';
import { withoutAddressNumbers } from '../orders/without-address-numbers.ts';

/** Looks up and changes the customer's own orders. `documents` speaks for what the shop says of all of them. */
export const createOrders =
  (deps: OrdersDeps, documents: BranchWork): BranchWork =>
  async (task, scope, writer) => {
    const { language, dialogue } = task;
    const said = { ...task, request: withoutAddressNumbers(task) };
    const view: ShopView = { language, currency: deps.shop.currency, timeZone: deps.shop.timeZone };
    const spoken = (reply: BranchReply): BranchReply => ({ ...reply, text: say(writer, reply.text) });

    const isCustomer = scope.caller.kind === 'customer';
    const byRule = !isCustomer && wishesByRule(task.request);
    if (byRule || mayBeOfTheShop(task, isCustomer)) {
      const told = await documents(asOfTheShop(said), scope, writer);
      // A visitor's wish ends there; what signing in is for comes after all that was asked.
      // Nothing is put to a customer for a guess.
      const guessed = isCustomer && isChangeIntent(task.request.intent) && isGuess(task);
      if (told.route === undefined || guessed)
        return {
          route: 'knowledge',
          ...told,
          dialogue: { ...told.dialogue, ...(byRule && { open: null, draft: null }) },
        };
      writer.reset();
    }
    if (!isCustomer) return answerVisitor(said, scope, writer, { lookup: deps.visitorLookup, view });
    scope.emit({ type: 'status', status: 'looking_up' });
    if (meansDefaultAddress(task)) {
      const facts = await deps.orderFacts(scope.caller.id, undefined);
      const whole = { ...view, ...facts, policy: deps.policy, now: scope.now };
      return proposeDefaultAddress(task, writer, whole, scope.mayWrite);
    }

    const { request, selection } = await findMeant(said, scope, deps);
    const asked = { ...task, request };
    const shown = { view, options: deps.options };
    if (selection.kind !== 'found') return spoken(noneFits(selection, shown));
    const [order, ...others] = selection.orders;
    if (!order) return spoken(noneFits({ kind: 'no_match', latest: [] }, shown));
    const each = saysEach(selection.orders, request.text) || eachNamed(selection.orders, request).length > 0;
    const inTurn = isChangeIntent(request.intent) && each;
    const behind = behindWaiting(asked, selection.orders, { pending: scope.pendingConfirmation, each: inTurn });
    if (others.length > 0 && !inTurn)
      return spoken(
        (isChangeIntent(request.intent) ? behind : undefined) ??
          chooseAmong(asked, selection.orders, { ...shown, policy: deps.policy }),
      );

    const wished = changeOf(request, order, { dialogue, policy: deps.policy });
    if (wished && behind) return spoken(behind);
    if (wished) return changeOrder(asked, scope, writer, { wished, order, others, view, deps });
    // What the shop does about it, before a person looks at it.
    const ofDamage = await tellOfDamage(asked, scope, writer, { order, view, documents, deps });
    return ofDamage ?? tellOrder(asked, scope, writer, { order, view, deps });
  };
