import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { operatorSettings } from '../../stores/operator-settings.ts';

const both = z.object({ zh: z.string(), en: z.string() });
const either = z.object({ zh: z.string().optional(), en: z.string().optional() }).nullable();

export const settingsQuerySchema = z.object({ locale: languageSchema.default('en') });

export const settingsSchema = z
  .object({
    settings: z.object(operatorSettings),
    defaults: z
      .object({
        shop: z.object({ name: both, hours: both, hoursByDay: z.unknown() }),
        handoff: z.record(z.string(), both),
        products: z.array(z.object({ id: z.string(), name: z.string() })),
        categories: z.array(z.string()),
      })
      .describe('What holds where nothing is set: the shop’s files and the built-in words'),
    environment: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe('What environment variables decided at the start; no secrets'),
  })
  .meta({ id: 'Settings' });

export const widgetColoursQuerySchema = z.object({ accent: operatorSettings.widget.shape.accent.unwrap().unwrap() });
export const widgetColoursSchema = z
  .record(z.string(), z.tuple([z.string(), z.string()]))
  .describe('In the light and dark theme');

export const widgetLookSchema = z
  .object({
    title: either,
    greeting: either,
    greetingText: either,
    notice: either,
    starters: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).nullable(),
    colours: widgetColoursSchema.nullable(),
  })
  .meta({ id: 'WidgetLook' });

export type SettingsBody = z.infer<typeof settingsSchema>;
export type OperatorSettingsBody = SettingsBody['settings'];
export type WidgetLookBody = z.infer<typeof widgetLookSchema>;
