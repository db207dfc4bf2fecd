import type { Bench } from './bench.ts';
import { chatBesideIngestionBench } from './chat-beside-ingestion/chat-beside-ingestion.ts';
import { ingestSpeedBench } from './ingest-speed/ingest-speed.ts';

/** Every bench; a new one is a folder or a file and a line here. */
export const BENCHES: Bench[] = [ingestSpeedBench, chatBesideIngestionBench];
