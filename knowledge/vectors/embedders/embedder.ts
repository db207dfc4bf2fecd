/** Turns texts into vectors of one length. Vectors of two models are never compared: each has a collection of its own. */
export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** A trained model, whose calls cost money or time: its vectors are kept in PostgreSQL by content. */
  readonly learned: boolean;
  embed(texts: string[], signal?: AbortSignal): Promise<number[][]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
}
