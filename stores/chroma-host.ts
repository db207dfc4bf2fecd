/** A second server on an empty folder, until it takes the place of the first or is dropped. */
export interface ChromaBeside {
  url: string;
  /** It is the server from now on; the one before is ended and every byte of its folder removed. */
  take(): Promise<void>;
  drop(): Promise<void>;
}

/** The Chroma server that vectors are in. Its URL may change while the program runs. */
export interface ChromaHost {
  url(): string;
  /** What the owner of an embedded server can do with it; undefined for a server of the operator's. */
  owner?: {
    /** False when its files were taken away: it goes on from open ones, and would begin with nothing next time. */
    intact(): boolean;
    /** Ends it by force, also one that hangs, and waits until it is up again on its folder; throws after 10 s. */
    restart(): Promise<void>;
    beside(): Promise<ChromaBeside>;
  };
}
