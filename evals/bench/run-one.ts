// Runs one bench in this process, which run.ts started for it: node run-one.ts NAME SCALE. The result goes to the parent.
import type { BenchResult } from './bench.ts';
import { BENCHES } from './benches.ts';
import { createContext } from './context.ts';

const [name, scale = '1'] = process.argv.slice(2);
const bench = BENCHES.find((one) => one.name === name);
if (!bench || !process.send) throw new Error(`No bench named ${name}, or nobody to tell its result.`);

const { context, close } = createContext({ scale: Number(scale), say: (line) => console.log(`  … ${line}`) });
// The runner was ended: what the bench started ends too.
process.once('disconnect', () => close().finally(() => process.exit(1)));
let result: BenchResult;
try {
  result = await bench.run(context);
} finally {
  await close();
}
process.send(result, () => process.exit(0));
