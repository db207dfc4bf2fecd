import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FilesImport, FilesReport } from '../../shops/files/import-files.ts';
import { textSource } from '../../shops/files/shop-sources.ts';
import { shopImportReportSchema, shopImportSchema } from '../schemas/shop-import.ts';

const FILES_BYTES = 32 * 1024 ** 2;

/** Takes a shop's files in; resolves when this process answers by them. */
export type ImportShopFiles = (request: FilesImport) => Promise<FilesReport>;

export const shopImportRoutes: FastifyPluginAsyncZod<{ importShopFiles: ImportShopFiles }> = async (
  app,
  { importShopFiles },
) => {
  app.addHook('onRequest', app.requireStaff('admin'));
  app.post(
    '/api/admin/shop/import',
    {
      bodyLimit: FILES_BYTES,
      schema: {
        tags: ['Operations'],
        summary: 'Take the shop’s files in again',
        description:
          'Products, customers, orders, promotions, policy and the shop itself, as JSON or CSV, all or some, in one transaction. ' +
          'Rows with a known id are overwritten where they differ. One faulty row keeps all back unless skipRefused.',
        security: [{ bearer: [] }],
        body: shopImportSchema,
        response: { 200: shopImportReportSchema },
      },
    },
    async ({ body: { files, ...how } }) => importShopFiles({ source: textSource(files), ...how }),
  );
};
