import type { InsightsBody } from '../../api/types.ts';
import { fill } from '../../i18n/dictionary.ts';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Figure, type FigureKey } from './figure.tsx';
import { useNumbers } from './numbers.ts';

/** What the model cost, and what the local tier saved; nothing where no turn had a model. */
export function ModelCost({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t, staff, format } = useSurroundings();
  const { number, share, short } = useNumbers();
  const { model, cost } = data;
  const all = model.turns + model.sparedTurns;
  if (all === 0) return null;
  const tokens = (input: number, output: number) => fill(t.tokensText, { input: short(input), output: short(output) });
  const money = (amount: number) => (cost ? format.money(amount, cost.currency) : null);
  const spent = money(cost?.spent ?? 0);
  const saved = money(cost?.saved ?? 0);
  return (
    <section className="panel resolution">
      <h2>{t.modelCost}</h2>
      <p className="quiet small">
        {t.modelCostText} {!cost && staff.role === 'admin' && <Link to="settings/prices">{t.setPrices}</Link>}
      </p>
      <div className="figures">
        <Figure
          name={t.modelReplies}
          value={number(model.turns)}
          text={fill(t.modelRepliesText, { n: number(all) })}
          figure={model.turns > 0 ? { metric: 'model', key: 'used', name: t.modelReplies } : undefined}
          onOpen={onOpen}
        />
        <Figure
          name={t.modelSpared}
          value={share(model.sparedTurns, all)}
          text={number(model.sparedTurns)}
          figure={model.sparedTurns > 0 ? { metric: 'model', key: 'spared', name: t.modelSpared } : undefined}
          onOpen={onOpen}
        />
        <Figure
          name={t.tokensSpent}
          value={spent ?? short(model.input + model.output)}
          text={tokens(model.input, model.output)}
          figure={model.turns > 0 ? { metric: 'model', key: 'used', name: t.tokensSpent } : undefined}
          onOpen={onOpen}
        />
        <Figure
          name={t.tokensSaved}
          value={saved ?? short(model.savedInput + model.savedOutput)}
          text={tokens(model.savedInput, model.savedOutput)}
          figure={model.sparedTurns > 0 ? { metric: 'model', key: 'spared', name: t.tokensSaved } : undefined}
          onOpen={onOpen}
        />
      </div>
    </section>
  );
}
