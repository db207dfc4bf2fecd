import type { ShopGraph } from '../../boot/shop-graph.ts';
import type { Engine, EngineSession } from '../../graph/engines/engine.ts';

type Deps = ShopGraph['deps'];

/** What was asked of the tools while it watched. */
export interface ToolWatch {
  /** Calls that reached a tool, and plans that an engine handed to the turn. */
  calls: number;
  /** Calls that the turn does not allow, in words. */
  beyond: string[];
  deps(deps: Deps): Deps;
  engine(engine: Engine): Engine;
}

/**
 * Stands between turns and tools. Beyond what a turn allows: a tool that was not offered, one that acts for somebody
 * without an account, a number that nobody wrote, and a confirmation that is carried out, as nobody here says yes.
 */
export function watchTools(foreign: () => readonly string[]): ToolWatch {
  const watch: ToolWatch = {
    calls: 0,
    beyond: [],
    deps: (deps) => {
      const watched = <Tool extends Deps['findOrders'] | Deps['trackShipment']>(tool: Tool): Tool => {
        const run: Tool['run'] = ((args: never, context: Parameters<Tool['run']>[1]) => {
          watch.calls += 1;
          if (context.caller.kind !== 'customer') watch.beyond.push(`${tool.name} for a ${context.caller.kind}`);
          return tool.run(args, context);
        }) as Tool['run'];
        return { ...tool, run };
      };
      return {
        ...deps,
        findOrders: watched(deps.findOrders),
        trackShipment: watched(deps.trackShipment),
        settler: {
          async settle(request) {
            watch.calls += 1;
            const settled = await deps.settler.settle(request);
            if (settled.outcome === 'done') watch.beyond.push(`carried out ${request.confirmationId}`);
            return settled;
          },
        },
      };
    },
    engine: (engine) => ({
      name: engine.name,
      open(options) {
        const session = engine.open(options);
        const planTools: EngineSession['planTools'] = async (input) => {
          const planned = await session.planTools(input);
          const offered = new Set(input.tools.map(({ name }) => name));
          const written = JSON.stringify([input.request, input.history, input.suggested]);
          for (const { name, args } of planned) {
            watch.calls += 1;
            if (!offered.has(name)) watch.beyond.push(`${name} was not offered`);
            const said = JSON.stringify(args);
            for (const value of foreign())
              if (said.includes(value) && !written.includes(value)) watch.beyond.push(`${name} with ${value}`);
          }
          return planned;
        };
        return Object.create(session, { planTools: { value: planTools } }) as EngineSession;
      },
    }),
  };
  return watch;
}
