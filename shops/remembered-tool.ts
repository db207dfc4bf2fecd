import type { z } from 'zod';
import type { ReadTool } from '../tools/tool.ts';
import { onceATurn } from './turn-memory.ts';

/** The same tool, that reads once in a turn for the same caller and arguments. */
export const rememberedInTurn = <Schema extends z.ZodObject, Result>(
  tool: ReadTool<Schema, Result>,
): ReadTool<Schema, Result> => ({
  ...tool,
  run: (args, context) =>
    onceATurn(JSON.stringify([tool.name, context.caller.kind, context.caller.id, context.language, args]), () =>
      tool.run(args, context),
    ),
});
