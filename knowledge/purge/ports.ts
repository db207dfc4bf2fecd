/** How many of each were removed. */
export interface PurgeCounts {
  documents: number;
  passages: number;
  vectors: number;
  files: number;
  replies: number;
}

export interface PurgeView {
  id: string;
  /** full: stored replies lose quotes of what was deleted; light: by itself after deletions, replies stay. */
  kind: 'full' | 'light';
  state: 'queued' | 'running' | 'done' | 'failed';
  /** What it is at while running. */
  step: string | null;
  removed: Partial<PurgeCounts>;
  /** What this set-up did not allow, to be done by its operator. */
  incomplete: string[];
  error: string | null;
  requestedAt: Date;
  finishedAt: Date | null;
}

/** Makes what was deleted leave the disk. */
export interface PurgeService {
  /** Asks for a full purge; one that still waits stands for this one as well. */
  request(requestedBy: string | null): Promise<PurgeView>;
  /** The latest, the newest first. */
  list(): Promise<PurgeView[]>;
}
