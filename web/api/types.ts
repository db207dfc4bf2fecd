/** The wire's types, all of them the server's own: nothing here is decided by the web. */
export type { Citation, Card, OrderCard, ShipmentView, ProductsCard, ConfirmationView, TurnResult } from '../../graph/turn-result.ts';
export type { ConversationView, DeskConversation, DeskEntry, MessageView } from '../../conversations/ports.ts';
