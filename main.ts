import { enableCompileCache } from 'node:module';

// Before anything large is loaded: a warm start then reads compiled code.
enableCompileCache();
const { run } = await import('./boot/run.ts');
await run();
