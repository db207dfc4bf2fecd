import { useState } from 'react';
import type { GateBarsBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFooter } from '../ui/form-footer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { paths } from './paths.ts';

/** The bars that the gate judges by. */
export function GateBars({ onClose }: { onClose: () => void }) {
  const { t, http } = useSurroundings();
  const { data, problem } = useLoad('gate', (signal) => http.json<GateBarsBody>(paths.gate, { signal }));
  const [change, setChange] = useState<Partial<GateBarsBody>>({});
  const { busy, problem: fault, submit } = useAction();
  const bars = data && { ...data, ...change };
  const fields = [
    { key: 'intentFall', words: t.barIntent, scale: 100 },
    { key: 'totalFall', words: t.barTotal, scale: 100 },
    { key: 'ignoreTexts', words: t.barIgnore, scale: 1 },
    { key: 'leastTexts', words: t.barLeast, scale: 1 },
  ] as const;
  const save = async () => {
    await http.json(paths.gate, { method: 'PUT', body: bars });
    onClose();
  };
  return (
    <Dialog title={t.gateBars} onClose={onClose}>
      <form className="stack" onSubmit={submit(save)}>
        <p className="quiet">{t.gateBarsText}</p>
        {bars &&
          fields.map(({ key, words, scale }) => (
            <label key={key}>
              {words}
              <input
                className="field"
                type="number"
                min={key === 'leastTexts' ? 1 : 0}
                max={scale === 100 ? 100 : 1000}
                step={scale === 100 ? 0.5 : 1}
                required
                value={Number((bars[key] * scale).toFixed(2))}
                onChange={({ target }) => setChange({ ...change, [key]: Number(target.value) / scale })}
              />
            </label>
          ))}
        <ProblemNote problem={fault ?? problem} />
        <FormFooter submit={t.save} disabled={busy || !bars} onClose={onClose} />
      </form>
    </Dialog>
  );
}
