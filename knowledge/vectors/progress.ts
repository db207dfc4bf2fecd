import type { VectorPlaces, VectorState } from './vector-places.ts';

/** How often the state is written while vectors are made. */
const WRITE_MS = 1_000;
/** A repair of less than this share of the passages is not worth telling: searches go on with the vectors there are. */
const NOTABLE = 0.05;

type Report = (done: number, total: number) => Promise<void>;

/** Shows what is being built to all processes. */
export interface Progress {
  /** Of a collection made beside the one that answers. */
  of(model: string): Report;
  /** Of the collection that answers: told only when so much is missing that it had better not be asked. */
  ofRepair(model: string): Report;
  end(): Promise<void>;
}

export function createProgress(places: Pick<VectorPlaces, 'state' | 'write'>): Progress {
  let writtenAt = 0;
  const write = async (building: NonNullable<VectorState['building']>) => {
    if (Date.now() - writtenAt < WRITE_MS) return;
    writtenAt = Date.now();
    await places.write({ ...places.state(), building });
  };
  return {
    of: (model) => (done, total) => write({ model, beside: true, done, total }),
    ofRepair: (model) => async (done, total) => {
      if (total - done > total * NOTABLE || places.state().building) await write({ model, beside: false, done, total });
    },
    async end() {
      writtenAt = 0;
      if (places.state().building) await places.write({ ...places.state(), building: null });
    },
  };
}
