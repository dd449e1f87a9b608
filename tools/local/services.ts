import { services, type ServiceName } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import { freePort, isReady, serviceEnvironment, startService, until, type Surroundings } from '@porchlight/testing';
import type { Running } from './running';
import type { Settings } from './settings';
import type { Supervised } from './supervised';

const readyWithinMs = 90_000;

/** Starts all five services and keeps them up. Gives where each listens, undefined while it is down. */
export const startServices = async (
  settings: Settings,
  surroundings: Omit<Surroundings, 'identityUrl'>,
  running: Running,
): Promise<(service: ServiceName) => string | undefined> => {
  const ports = new Map<ServiceName, { http: number; metrics: number }>();
  for (const service of services) ports.set(service, { http: await freePort(), metrics: await freePort() });
  const urlOf = (service: ServiceName): string => `http://127.0.0.1:${ports.get(service)?.http}`;
  const everything: Surroundings = { ...surroundings, identityUrl: urlOf('identity') };
  const processes = new Map<ServiceName, Supervised>();
  await Promise.all(
    services.map(async (service) => {
      const env = serviceEnvironment(service, everything, ports.get(service) ?? { http: 0, metrics: 0 });
      const start: Parameters<Running['keep']>[2] = async (onLine, spawned) => {
        const child = startService(settings.root, service, env, { onLine });
        spawned(child);
        const words = (): string => `${service} did not start:\n${child.lastWords(20)}`;
        await until(() => !child.isRunning || isReady(urlOf(service)), readyWithinMs, words);
        if (!child.isRunning) throw new PlainError(words());
      };
      processes.set(service, await running.keep(service, 0, start));
    }),
  );
  return (service) => (processes.get(service)?.isRunning ? urlOf(service) : undefined);
};
