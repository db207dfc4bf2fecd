import type { Bench } from './bench.ts';
import { chatBesideIngestionBench } from './chat-beside-ingestion/chat-beside-ingestion.ts';
import { idleStreamsBench } from './idle-streams/idle-streams.ts';
import { indexSnapshotBench } from './index-snapshot/index-snapshot.ts';
import { ingestSpeedBench } from './ingest-speed/ingest-speed.ts';
import { insightsBench } from './insights/insights.ts';
import { search100kBench } from './search-100k/search-100k.ts';
import { understandingBench } from './understanding/understanding.ts';

/** Every bench; a new one is a folder or a file and a line here. */
export const BENCHES: Bench[] = [
  ingestSpeedBench,
  chatBesideIngestionBench,
  search100kBench,
  indexSnapshotBench,
  insightsBench,
  understandingBench,
  idleStreamsBench,
];
