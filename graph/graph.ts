import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph';
import type { ConfirmationSettler } from '../tools/settle-confirmation.ts';
import type { AnswerDeps } from './answering/question.ts';
import { branchNode } from './branch.ts';
import { createAnswer } from './nodes/answer.ts';
import { createClarify } from './nodes/clarify.ts';
import { createDecline } from './nodes/decline.ts';
import { createEscalate } from './nodes/escalate.ts';
import { createOrders } from './nodes/orders.ts';
import { createProcedure } from './nodes/procedure.ts';
import { createPromotions, type PromotionsDeps } from './nodes/promotions.ts';
import { createRecommend, type RecommendDeps } from './nodes/recommend.ts';
import { createRepair } from './nodes/repair.ts';
import { createReplyNode } from './nodes/reply.ts';
import { createSettleNode } from './nodes/settle.ts';
import { createSmalltalk } from './nodes/smalltalk.ts';
import { createUnderstandNode } from './nodes/understand.ts';
import type { OrdersDeps } from './orders/orders-deps.ts';
import { BRANCHES, routeSettled, routeTurn } from './routes.ts';
import type { RuledPartDeps } from './ruled-part.ts';
import { type ScopeOf, scopeSchema } from './scope.ts';
import { TurnState } from './state.ts';

/** What the branches work with. */
export type GraphDeps = AnswerDeps &
  OrdersDeps &
  RecommendDeps &
  PromotionsDeps &
  RuledPartDeps & { settler: ConfirmationSettler; scopeOf: ScopeOf };

/** The state machine of a turn: understand, then one branch a request in parallel (or settle), then one reply. */
function buildGraph(deps: GraphDeps) {
  const { scopeOf } = deps;
  const branches = Object.values(BRANCHES);
  const orders = createOrders(deps, createAnswer(deps));
  return new StateGraph(TurnState, { context: scopeSchema })
    .addNode('understand', createUnderstandNode(scopeOf, deps))
    .addNode('answer', branchNode(scopeOf, createProcedure(deps, createPromotions(deps, createAnswer(deps)), orders)))
    .addNode('orders', branchNode(scopeOf, orders))
    .addNode('recommend', branchNode(scopeOf, createRecommend(deps, createAnswer(deps))))
    .addNode('clarify', branchNode(scopeOf, createClarify(deps, createAnswer(deps))))
    .addNode('smalltalk', branchNode(scopeOf, createSmalltalk(deps)))
    .addNode('decline', branchNode(scopeOf, createDecline(deps, createPromotions(deps, createAnswer(deps)))))
    .addNode('escalate', branchNode(scopeOf, createEscalate({ ...deps, orders })))
    .addNode('repair', branchNode(scopeOf, createRepair({ ...deps, orders })))
    .addNode('settle', createSettleNode(deps))
    .addNode('reply', createReplyNode(scopeOf, deps))
    .addEdge(START, 'understand')
    .addConditionalEdges('understand', routeTurn, [...branches, 'repair', 'settle'])
    .addEdge('answer', 'reply')
    .addEdge('orders', 'reply')
    .addEdge('recommend', 'reply')
    .addEdge('clarify', 'reply')
    .addEdge('smalltalk', 'reply')
    .addEdge('decline', 'reply')
    .addEdge('escalate', 'reply')
    .addEdge('repair', 'reply')
    .addConditionalEdges('settle', routeSettled, [...branches, 'repair', 'reply'])
    .addEdge('reply', END);
}

export const compileGraph = (deps: GraphDeps, checkpointer?: BaseCheckpointSaver) =>
  buildGraph(deps).compile({ name: 'kefu', ...(checkpointer ? { checkpointer } : {}) });
