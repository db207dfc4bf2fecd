import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { describeOperations, type OpenApiDocument } from '../openapi/describe-operations.ts';

const DESCRIPTION = `Kefu (客服) answers a shop's customers in Chinese and English.

Customers come with a JWT (HS256) that the shop's own server signs: \`sub\` the customer's id, \`exp\`, optionally
\`name\`, \`email\`, \`locale\`. Visitors get a token from POST /api/visitors, staff from POST /api/staff/login.
Errors are \`application/problem+json\` with a stable \`code\`; what belongs to another customer answers as if it
did not exist.`;

const TAGS = [
  { name: 'Sign-in', description: 'Tokens' },
  { name: 'Chat', description: 'A customer’s turns' },
  { name: 'Conversations', description: 'History, live events, confirmations, handoff, feedback' },
  { name: 'OpenAI-compatible', description: 'For any OpenAI client' },
  { name: 'Staff', description: 'Accounts, settings and the audit log (role admin)' },
  { name: 'Knowledge', description: 'Documents, FAQs, retrieval (role knowledge)' },
  { name: 'Desk', description: 'Conversations that need a person (role agent)' },
  { name: 'QA', description: 'Labels, datasets, models and eval runs (role qa)' },
  { name: 'Insights', description: 'Figures, and the conversations behind them (role qa)' },
  { name: 'Operations', description: 'Health and figures' },
];

/** Collects every route that is registered after it; GET /api/openapi.json serves what app.swagger() tells. */
export const openApi = fp(
  async (app) => {
    const named = createJsonSchemaTransformObject({});
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Kefu',
          version: '1',
          description: DESCRIPTION,
          license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
        },
        tags: TAGS,
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      },
      transform: createJsonSchemaTransform({}),
      transformObject: (document) => {
        const described = describeOperations(named(document) as OpenApiDocument);
        return described as ReturnType<typeof named>;
      },
    });
  },
  { name: 'openapi' },
);
