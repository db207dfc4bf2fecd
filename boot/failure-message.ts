import { SettingsError } from '../config/env.ts';
import { AppError } from '../config/errors.ts';
import { SeedError } from '../ingest/seed.ts';
import { ShopApiConfigError } from '../shops/http/config.ts';
import { ShopFilesError } from '../stores/shop-files/shop-files.ts';

const isExpected = (error: unknown) =>
  error instanceof AppError ||
  error instanceof SettingsError ||
  error instanceof ShopFilesError ||
  error instanceof ShopApiConfigError ||
  error instanceof SeedError;

const causesOf = (error: unknown): string[] =>
  error instanceof Error
    ? [error.message || error.name, ...causesOf(error.cause)]
    : error === undefined
      ? []
      : [String(error)];

/** One message for a start that failed: as written for faults that are foreseen, with its causes for others. */
export const failureMessage = (error: unknown): string =>
  isExpected(error) && error instanceof Error
    ? error.message
    : `Kefu could not start: ${causesOf(error).join('\n  because: ')}`;
