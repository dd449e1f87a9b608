import type { PlatformConfig } from '../boot/config';
import type { Log } from '../observe/log';

export type TracingConfig = Pick<PlatformConfig, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_TRACES_SAMPLER_ARG'>;

/** Sends what is left, and stops. */
export type StopTracing = () => Promise<void>;

/**
 * From here on spans go where the configuration says. Where it says nothing, nothing of the kit is even evaluated.
 * Modules are bundled, so nothing is patched: the spans there are were written down, see `spanned`.
 */
export const startTracing = async (service: string, config: TracingConfig, log: Log): Promise<StopTracing | null> => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = config;
  if (endpoint === '') return null;
  const { exportSpans } = await import('./export-spans');
  return exportSpans({ service, endpoint, share, log });
};
