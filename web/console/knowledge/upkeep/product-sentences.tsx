import type { ProductSentencesBody } from '../../../api/types.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useAction } from '../../use-action.ts';
import { useLoad } from '../../use-load.ts';
import { inWords } from '../faqs/local-text.ts';
import { LeftOut } from '../left-out.tsx';
import { paths } from '../paths.ts';

/** Products of whose text sentences are left out, each with the choice to quote it all the same; nothing where there are none. */
export function ProductSentences() {
  const { t, locale, http } = useSurroundings();
  const { data, problem, reload } = useLoad('product sentences', (signal) =>
    http.json<ProductSentencesBody[]>(paths.products, { signal }),
  );
  const { problem: fault, run } = useAction();
  async function choose(id: string, sentence: string, quoted: boolean) {
    await run(() => http.json(paths.productSentences(id), { method: 'PUT', body: { sentence, quoted } }));
    reload();
  }
  if (!problem && !data?.length) return null;
  return (
    <section className="panel stack">
      <h2>{t.productSentences}</h2>
      <p className="quiet">{t.productSentencesText}</p>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      <ul className="product-sentences">
        {data?.map(({ id, name, leftOut, quotedAnyway }) => (
          <li key={id}>
            <p className="strong">{inWords(name, locale)}</p>
            <LeftOut
              sentences={leftOut}
              quotedAnyway={quotedAnyway}
              onQuote={(sentence, quoted) => void choose(id, sentence, quoted)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
