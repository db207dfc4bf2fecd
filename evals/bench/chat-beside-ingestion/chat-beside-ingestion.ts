import { z } from 'zod';
import { hostilePdfs } from '../../../testing/campaigns/hostile-pdfs.ts';
import { ask } from '../../../testing/chat-client.ts';
import { handbookPdf } from '../../../testing/handbook-pdf.ts';
import { type Program, staffToken, startProgram } from '../../../testing/programs/program.ts';
import type { Bench } from '../bench.ts';
import { quantile } from '../quantile.ts';

const TURNS = 150;
const BOMB_MB = 500;
const HANDBOOKS = 24;
const PAGES = 40;
const LIMIT_MS = 240_000;
const QUESTIONS = [
  'How long may I take to send something back?',
  '保修期是多久？',
  'What does express delivery cost?',
  '会员积分怎么用？',
  'How do I clean the air fryer?',
  '扫地机器人连不上网怎么办？',
];

interface Files {
  name: string;
  bytes: Buffer;
}

async function upload({ url }: Program, token: string, { name, bytes }: Files): Promise<string> {
  const form = new FormData();
  form.append(
    'file',
    new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }),
    `${name.replace(/\W+/g, '-')}.pdf`,
  );
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/knowledge/documents`, { method: 'POST', headers, body: form });
  return z.object({ documentId: z.string() }).parse(await response.json()).documentId;
}

async function isSettled({ url }: Program, token: string, id: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/knowledge/documents/${id}`, { headers });
  return ['ready', 'failed'].includes(z.object({ status: z.string() }).parse(await response.json()).status);
}

async function newVisitor({ url }: Program): Promise<string> {
  const response = await fetch(`${url}/api/visitors`, { method: 'POST' });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

/** Milliseconds of turns asked one after another, each in a new conversation, at least `turns` and until `done`. */
async function askAll(program: Program, turns: number, done: () => Promise<boolean>): Promise<number[]> {
  const times: number[] = [];
  const limit = performance.now() + LIMIT_MS;
  // One of its own for each of them would meet the limit on new visitors.
  const token = await newVisitor(program);
  for (let i = 0; (i < turns || !(await done())) && performance.now() < limit; i++) {
    const began = performance.now();
    await ask(program.url, token, { text: QUESTIONS[i % QUESTIONS.length] ?? '' });
    times.push(performance.now() - began);
  }
  return times;
}

/** What customers notice while files are read: the whole program, over HTTP, with the local engine. */
export const chatBesideIngestionBench: Bench = {
  name: 'chat-beside-ingestion',
  description: 'Chat turns while nothing, while handbooks and while hostile files are read, in one program',
  async run(context) {
    const turns = Math.round(TURNS * context.scale);
    const handbooks = await Promise.all(
      Array.from({ length: HANDBOOKS }, async (_, i) => ({
        name: `handbook ${i}`,
        bytes: await handbookPdf({ language: i % 2 ? 'zh' : 'en', pages: PAGES, seed: i + 1 }),
      })),
    );
    const hostile = Object.entries(await hostilePdfs(BOMB_MB)).map(([name, bytes]) => ({ name, bytes }));
    const program = await startProgram({
      env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', KEFU_RATE_LIMIT: '1000000' },
    });
    context.defer(program.close);
    const token = await staffToken(program.url, 'knowledge');
    // Warm: the first turns compile the program.
    await askAll(program, 30, async () => true);

    const phase = async (label: string, files: Files[]) => {
      context.say(label);
      const open = new Set<string>();
      let handedIn = 0;
      // Customers ask from the first file on.
      const uploading = (async () => {
        for (const file of files) {
          open.add(await upload(program, token, file));
          handedIn += 1;
        }
      })();
      const done = async () => {
        for (const id of [...open].slice(0, 3)) if (await isSettled(program, token, id)) open.delete(id);
        return handedIn === files.length && open.size === 0;
      };
      const times = await askAll(program, files.length === 0 ? turns : 20, done);
      await uploading;
      return {
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        p99: quantile(times, 0.99),
        turns: times.length,
        unsettled: open.size,
      };
    };
    const quiet = await phase('nothing is read', []);
    const reading = await phase('handbooks are read', handbooks);
    const attacked = await phase('hostile files are read', hostile);
    const after = await phase('nothing is read again', []);
    const base = {
      p50: (quiet.p50 + after.p50) / 2,
      p95: (quiet.p95 + after.p95) / 2,
      p99: Math.max(quiet.p99, after.p99),
    };
    return {
      rows: [
        { name: 'Turn, nothing is read, median', value: base.p50, unit: 'ms' },
        { name: 'Turn, nothing is read, 95 %', value: base.p95, unit: 'ms' },
        { name: 'Turn, nothing is read, 99 %', value: base.p99, unit: 'ms' },
        { name: 'Turn, handbooks are read, median', value: reading.p50, unit: 'ms' },
        { name: 'Turn, handbooks are read, 95 %', value: reading.p95, unit: 'ms' },
        { name: 'Turn, handbooks are read, 99 %', value: reading.p99, unit: 'ms' },
        { name: 'Turn, hostile files are read, median', value: attacked.p50, unit: 'ms' },
        { name: 'Turn, hostile files are read, 95 %', value: attacked.p95, unit: 'ms' },
        { name: 'Turn, hostile files are read, 99 %', value: attacked.p99, unit: 'ms' },
        { name: 'Median, handbooks against nothing', value: reading.p50 / base.p50, unit: '×' },
        { name: 'Median, hostile against nothing', value: attacked.p50 / base.p50, unit: '×', aim: { atMost: 1.5 } },
        {
          name: 'Files not settled in time',
          value: reading.unsettled + attacked.unsettled,
          unit: 'files',
          aim: { atMost: 0 },
        },
      ],
      notes: [
        `${quiet.turns} and ${after.turns} turns with nothing read, ${reading.turns} beside ${HANDBOOKS} handbooks of ${PAGES} pages, ${attacked.turns} beside ${hostile.length} hostile files (bombs of ${BOMB_MB} MB).`,
      ],
    };
  },
};
