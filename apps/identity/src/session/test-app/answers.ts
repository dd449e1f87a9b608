import type { Reply, System } from '@porchlight/testing';

/** All of an answer that must not differ between those who have an account and those who do not. */
export const whatItSays = ({ status, headers, body }: Reply) => ({
  status,
  headers: [...headers].filter(([name]) => !['date', 'x-correlation-id'].includes(name)),
  body: { ...body, correlationId: null },
});

/** How often argon2 has run since identity started. */
export const argon2Runs = async (system: System): Promise<number> => {
  const metrics = await (await fetch(system.process('identity').metricsUrl)).text();
  return Number(/^porchlight_password_hashes_total (\d+)$/m.exec(metrics)?.[1]);
};
