import { beforeAll, describe, expect, it } from 'vitest';
import { handbookPdf } from '../handbook-pdf.ts';
import { findRedis } from '../optional-servers.ts';
import { seeded } from '../seeded.ts';
import { type CampaignFile, runCampaign } from './ingest-campaign.ts';

/** The release check: KEFU_CAMPAIGN=full, 200 files and 50 kills on each back end (docs/ingestion.md). */
const full = process.env.KEFU_CAMPAIGN === 'full';
const FILES = full ? 200 : 12;
const KILLS = full ? 50 : 3;
/** As in production, or short, for a test that ends soon. */
const lockMs = full ? 15_000 : 2_000;
const LIMIT_MS = full ? 1_800_000 : 180_000;
/** Documents of different lengths: some are under way for longer than others. */
const PAGES = [1, 2, 3, 8];

const redisUrl = await findRedis();
if (!redisUrl) console.log('not run: killed workers on Redis (no Redis answers)');
const backends: Array<[string, string | undefined]> = [
  ['PostgreSQL', undefined],
  ...(redisUrl ? [['Redis', redisUrl] as [string, string]] : []),
];

describe('a worker that is killed again and again', () => {
  let files: CampaignFile[];
  let clean: string[];
  beforeAll(async () => {
    files = [];
    for (let i = 0; i < FILES; i++) {
      const language = i % 2 === 0 ? 'zh' : 'en';
      const bytes = await handbookPdf({ language, pages: PAGES[(i >> 1) % PAGES.length] ?? 1, seed: i + 1 });
      files.push({ name: `handbook-${String(i).padStart(3, '0')}.pdf`, bytes });
    }
    const run = await runCampaign({ files, kills: 0, redisUrl: undefined, lockMs, random: seeded(1) });
    expect(run.statuses).toEqual({ ready: FILES });
    clean = run.passages;
  }, LIMIT_MS);

  it.each(backends)(
    'leaves what an undisturbed one leaves, with the queue on %s',
    { timeout: LIMIT_MS },
    async (name, url) => {
      const began = performance.now();
      const { passages, ...rest } = await runCampaign({
        files,
        kills: KILLS,
        redisUrl: url,
        lockMs,
        random: seeded(7),
      });
      console.log(
        `${name}: ${JSON.stringify(rest)}, ${passages.length} passages, ${Math.round((performance.now() - began) / 1000)} s`,
      );
      expect(passages).toEqual(clean);
      expect(rest).toMatchObject({
        statuses: { ready: FILES },
        leftovers: 0,
        queue: { waiting: 0, active: 0, failed: 0 },
        kills: KILLS,
        orphans: 0,
        mostStarts: 0,
      });
    },
  );
});
