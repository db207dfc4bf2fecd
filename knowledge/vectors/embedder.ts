/** Turns texts into vectors of one length. Vectors of two models are never compared: each has a collection of its own. */
export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** Calls that cost money or time are kept in PostgreSQL by content. */
  readonly remote: boolean;
  embed(texts: string[], signal?: AbortSignal): Promise<number[][]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
}
