import { parse } from 'yaml';
import { z } from 'zod';
import type { Compose } from './compose';

const scrapesSchema = z.object({
  scrape_configs: z.array(z.object({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) })),
});

/** What Prometheus asks in vain on one machine: of no service, in a network that it is not in, on another port. */
export const scrapeFaults = (prometheus: string, compose: Compose, metricsPort: string | undefined): string[] => {
  const own = compose.services['prometheus']?.networks ?? [];
  const targets = scrapesSchema
    .parse(parse(prometheus))
    .scrape_configs.flatMap((scrape) => scrape.static_configs.flatMap((config) => config.targets));
  return targets.flatMap((target) => {
    const [name = '', port] = target.split(':');
    const service = compose.services[name];
    if (!service) return [`prometheus asks no service ${name}`];
    return [
      ...(service.networks.some((network) => own.includes(network)) ? [] : [`prometheus does not reach ${name}`]),
      ...(port === metricsPort ? [] : [`prometheus asks ${name} on another port than ${metricsPort}`]),
    ];
  });
};
