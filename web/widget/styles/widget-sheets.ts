import reset from '../../design/reset.css?inline';
import tokens from '../../design/tokens.css?inline';
import { asSheet } from './as-sheet.ts';
import base from './base.css?inline';
import cards from './cards.css?inline';
import comparison from './comparison.css?inline';
import confirmation from './confirmation.css?inline';
import markdown from './markdown.css?inline';
import messages from './messages.css?inline';
import panel from './panel.css?inline';
import sources from './sources.css?inline';
import typography from './typography.css?inline';

let sheets: CSSStyleSheet[] | undefined;

/** All styles of the widget, made once and shared by every shadow root that shows it. */
export const widgetSheets = (): CSSStyleSheet[] => {
  sheets ??= [
    ...[tokens, reset, typography, base, panel, messages],
    ...[markdown, sources, cards, comparison, confirmation],
  ].map(asSheet);
  return sheets;
};
