import fp from 'fastify-plugin';

/** JSON is the only body that is understood; an empty one counts as none, since clients name the type all the same. */
export const jsonBody = fp(
  async (app) => {
    app.removeAllContentTypeParsers();
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      if (body.length === 0) done(null, undefined);
      else parse(request, String(body), done);
    });
  },
  { name: 'json-body' },
);
