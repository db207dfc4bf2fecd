import { tool as langchainTool, type StructuredToolInterface } from '@langchain/core/tools';
import type { z } from 'zod';
import type { Language, OwnerKind } from '../stores/schema.ts';

/** Given to a tool by the server, from the verified token. No argument of a tool can name a customer. */
export interface ToolContext {
  caller: { kind: OwnerKind; id: string };
  language: Language;
  now: Date;
}

/** A tool that reads. `run` gets arguments that fit the schema. */
export interface ReadTool<Schema extends z.ZodObject, Result> {
  name: string;
  description: string;
  schema: Schema;
  run(args: z.output<Schema>, context: ToolContext): Promise<Result>;
}

/** The same tool as LangChain and models see it; its answer is JSON. */
export const asLangChainTool = <Schema extends z.ZodObject, Result>(
  readTool: ReadTool<Schema, Result>,
  context: ToolContext,
): StructuredToolInterface =>
  langchainTool(async (args: unknown) => JSON.stringify(await readTool.run(readTool.schema.parse(args), context)), {
    name: readTool.name,
    description: readTool.description,
    schema: readTool.schema,
  });
