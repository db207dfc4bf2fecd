import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;
const READY_LIMIT_MS = 180_000;

/** A running Kefu, reached as any client reaches it. */
export interface Program {
  url: string;
  password: string;
  dataDir: string;
  signal(name: NodeJS.Signals): void;
  /** Ends it; the data directory stays. */
  stop(): Promise<void>;
  /** Ends it and removes the data directory. */
  close(): Promise<void>;
}

const PASSWORD = 'evals-of-kefu';

/**
 * Starts the program in an empty data directory on a free port; in demo mode, where there is staff to ask as, it
 * waits until the knowledge is searchable.
 */
export async function startProgram(
  options: { shopDir?: string; env?: Record<string, string>; waitForKnowledge?: boolean } = {},
): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kefu-evals-'));
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      KEFU_DATA_DIR: dataDir,
      PORT: '0',
      KEFU_DEMO: 'on',
      KEFU_DEMO_PASSWORD: PASSWORD,
      KEFU_RATE_LIMIT: '100000',
      KEFU_LOG_LEVEL: 'warn',
      ...(options.shopDir ? { KEFU_SHOP_DIR: options.shopDir } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    await stop(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await readyUrl(child);
    if (options.env?.KEFU_DEMO !== 'off' && options.waitForKnowledge !== false) await untilKnowledgeIsReady(url);
    const signal = (name: NodeJS.Signals) => void child.kill(name);
    return { url, password: PASSWORD, dataDir, signal, stop: () => stop(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const limit = setTimeout(
      () => reject(new Error(`The program was not ready within ${START_LIMIT_MS / 1000} s. It printed:\n${printed}`)),
      START_LIMIT_MS,
    );
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /^ready (http\S+)/m.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(limit);
      resolve(url);
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The program ended with code ${code} before it was ready. It printed:\n${printed}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(limit);
}

const documentsSchema = z.array(
  z.object({ id: z.string(), title: z.string(), status: z.string(), fileName: z.string().nullish() }),
);
export type DocumentRow = z.infer<typeof documentsSchema>[number];

/** Signs in as a member of the demo staff. */
export async function staffToken(url: string, role: 'knowledge' | 'agent' | 'qa' | 'admin'): Promise<string> {
  const response = await fetch(`${url}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${role}@demo.local`, password: PASSWORD }),
  });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

async function listDocuments(url: string): Promise<DocumentRow[]> {
  const token = await staffToken(url, 'knowledge');
  const response = await fetch(`${url}/api/knowledge/documents`, { headers: { authorization: `Bearer ${token}` } });
  const body: unknown = await response.json();
  const rows = z.union([documentsSchema, z.object({ documents: documentsSchema })]).parse(body);
  return Array.isArray(rows) ? rows : rows.documents;
}

async function untilKnowledgeIsReady(url: string): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  while (Date.now() < limit) {
    const documents = await listDocuments(url);
    if (
      documents.length > 0 &&
      documents.every((document) => document.status === 'ready' || document.status === 'failed')
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The sample documents were not ready within ${READY_LIMIT_MS / 1000} s.`);
}
