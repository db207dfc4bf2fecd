import type { Attributes, AttributeValue, Span } from './span.ts';

const KIND = { internal: 1, client: 3 };
const STATUS = { ok: 1, error: 2 };

function toAnyValue(value: AttributeValue): unknown {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } };
}

const attributesOf = (attributes: Attributes): unknown[] =>
  Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [{ key, value: toAnyValue(value) }],
  );

/** 64-bit integers are strings in OTLP's JSON. */
const nanos = (ms: number): string => (BigInt(Math.round(ms * 1000)) * 1000n).toString();

/** Spans as the body of `POST /v1/traces` (OTLP over HTTP, JSON). */
export const toOtlp = (spans: readonly Span[], resource: Attributes): unknown => ({
  resourceSpans: [
    {
      resource: { attributes: attributesOf(resource) },
      scopeSpans: [
        {
          scope: { name: 'kefu' },
          spans: spans.map((span) => ({
            traceId: span.traceId,
            spanId: span.spanId,
            ...(span.parentSpanId ? { parentSpanId: span.parentSpanId } : {}),
            name: span.name,
            kind: KIND[span.kind],
            startTimeUnixNano: nanos(span.startMs),
            endTimeUnixNano: nanos(span.endMs),
            attributes: attributesOf(span.attributes),
            events: (span.events ?? []).map(({ name, atMs, attributes }) => ({
              name,
              timeUnixNano: nanos(atMs),
              attributes: attributesOf(attributes),
            })),
            status: span.error === undefined ? { code: STATUS.ok } : { code: STATUS.error, message: span.error },
          })),
        },
      ],
    },
  ],
});
