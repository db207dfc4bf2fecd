import { expect, it } from 'vitest';
import { loadBytes } from './load-bytes.ts';

const mail = (headers: string, body: string) =>
  Buffer.from(
    `From: Mill <a@mill.example>\nMIME-Version: 1.0\n${headers}\n\n${body}`.replaceAll('\n', '\r\n'),
    'latin1',
  );
const read = (bytes: Uint8Array, name = 'notice.eml') => loadBytes(bytes, name, 'message/rfc822');

it('reads a mail under its subject, in the richest of its texts, and names what came with it', async () => {
  const page = Buffer.from('<p>Best before moves to <b>9 months</b>.</p><ul><li>The price stays €4.20</li></ul>');
  const body =
    '--x\nContent-Type: multipart/alternative; boundary="y z"\n\n--y z\n\nplain\n--y z\nContent-Type: text/html; charset=utf-8\n' +
    `Content-Transfer-Encoding: base64\n\n${page.toString('base64')}\n--y z--\n` +
    '--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="list.txt"\n\nsecret\n--x--';
  const loaded = await read(
    mail(
      'Subject: =?utf-8?Q?New_dates_=E2=80=93?=\n =?utf-8?B?IG11ZXNsaQ==?=\nContent-Type: multipart/mixed; boundary=x',
      body,
    ),
  );
  expect(loaded).toEqual({
    title: 'New dates – muesli',
    pages: [
      {
        page: null,
        blocks: [
          { kind: 'heading', level: 1, text: 'New dates – muesli' },
          { kind: 'text', text: 'Best before moves to 9 months.' },
          { kind: 'item', text: '- The price stays €4.20' },
        ],
      },
    ],
    warnings: [{ code: 'attachments_ignored', message: expect.stringContaining('list.txt') }],
  });
});

it('reads plain text in its own encoding, without the signature, also where the name does not say that it is a mail', async () => {
  const text = 'It keeps for 9 mon=\nths and =\ncosts =A3 4.\n\n-- \nTessa';
  const headers =
    'Subject: Muesli\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable';
  expect((await read(mail(headers, text), 'notice.txt')).pages[0]?.blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Muesli' },
    { kind: 'text', text: 'It keeps for 9 months and costs £ 4.' },
  ]);
});

it('takes no text that begins with a colon in two lines for a mail', async () => {
  const { pages } = await loadBytes(
    Buffer.from('Opening: 9 to 5\nFrom: Monday\n\nClosed on Sunday.'),
    'hours.txt',
    null,
  );
  expect(pages[0]?.blocks).toContainEqual({ kind: 'text', text: 'Closed on Sunday.' });
  expect(JSON.stringify(pages)).toContain('9 to 5');
});
