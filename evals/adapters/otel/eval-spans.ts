import type { EvalRun } from '../../harness/report.ts';
import { idOf, type Span } from './span.ts';

/** A run of evals as a trace: a span for the run, each suite and each case, with its `gen_ai.evaluation.result`. */
export function evalSpans(run: EvalRun): Span[] {
  const traceId = idOf(32, 'evals', run.id);
  const rootId = idOf(16, run.id);
  const startMs = new Date(run.startedAt).getTime();
  const endMs = startMs + run.seconds * 1000;
  const engine = run.engine === 'local' ? {} : { 'gen_ai.request.model': run.engine };
  const spans: Span[] = [
    {
      traceId,
      spanId: rootId,
      name: `evals ${run.id}`,
      kind: 'internal',
      startMs,
      endMs,
      attributes: { 'kefu.eval.run': run.id, 'kefu.engine': run.engine, 'kefu.eval.passed': run.passed },
      ...(run.passed ? {} : { error: 'below a bar' }),
    },
  ];
  for (const suite of run.suites) {
    const suiteId = idOf(16, run.id, suite.name);
    const suiteEnd = Math.min(endMs, startMs + suite.seconds * 1000);
    spans.push({
      traceId,
      spanId: suiteId,
      parentSpanId: rootId,
      name: `eval suite ${suite.name}`,
      kind: 'internal',
      startMs,
      endMs: suiteEnd,
      attributes: { 'kefu.eval.suite': suite.name },
      events: suite.metrics.map(({ name, value, bar }) => ({
        name: 'gen_ai.evaluation.result',
        atMs: suiteEnd,
        attributes: {
          'gen_ai.evaluation.name': name,
          'gen_ai.evaluation.score.value': value,
          'gen_ai.evaluation.score.label': bar === null ? undefined : value >= bar ? 'pass' : 'fail',
          'kefu.eval.bar': bar,
        },
      })),
      ...(suite.passed ? {} : { error: 'below a bar' }),
    });
    for (const [index, one] of suite.cases.entries()) {
      const took = Math.min(one.ms ?? 0, suiteEnd - startMs);
      spans.push({
        traceId,
        spanId: idOf(16, run.id, suite.name, index),
        parentSpanId: suiteId,
        name: 'invoke_agent kefu',
        kind: 'internal',
        startMs,
        endMs: startMs + took,
        attributes: {
          'gen_ai.operation.name': 'invoke_agent',
          'gen_ai.provider.name': run.engine === 'local' ? 'kefu' : 'openai',
          'gen_ai.agent.name': 'kefu',
          ...engine,
          'kefu.eval.suite': suite.name,
          'kefu.eval.case': one.id,
        },
        events: [
          {
            name: 'gen_ai.evaluation.result',
            atMs: startMs + took,
            attributes: {
              'gen_ai.evaluation.name': one.id.split(': ')[0] ?? suite.name,
              'gen_ai.evaluation.score.value': one.passed ? 1 : 0,
              'gen_ai.evaluation.score.label': one.passed ? 'pass' : 'fail',
              'gen_ai.evaluation.explanation': one.passed ? undefined : `expected ${one.expected}, got ${one.actual}`,
            },
          },
        ],
      });
    }
  }
  return spans;
}
