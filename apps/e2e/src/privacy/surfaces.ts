import type { System } from '@porchlight/testing';

export interface Surface {
  readonly where: string;
  readonly text: string;
}

/** Every row that the gateway holds, table by table. */
export const gatewayRows = async (system: System): Promise<Surface[]> => {
  const tables = await system.sql<{ name: string }>(
    'portal-gateway',
    `select table_name as name from information_schema.tables where table_schema = 'gateway' order by 1`,
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const rows = await system.sql('portal-gateway', `select * from "${name}"`);
      return { where: `gateway.${name}`, text: JSON.stringify(rows) };
    }),
  );
};

/** Every fact that was ever sent towards the gateway. */
export const facts = async (system: System): Promise<Surface[]> => {
  const surfaces = await Promise.all(
    (['identity', 'projects', 'leads'] as const).map(async (service) => {
      const rows = await system.sql(service, `select envelope from outbox where type like 'portal.fact.%'`);
      return { where: `facts of ${service}`, text: JSON.stringify(rows) };
    }),
  );
  return surfaces;
};

/** All that the gateway wrote to its log. */
export const gatewayLog = (system: System): Surface[] => [
  { where: 'log of the gateway', text: system.logs('portal-gateway').join('\n') },
];

/** The mails that went to this address, whole. */
export const mailsTo = (system: System, address: string): Surface[] =>
  system.mail
    .list()
    .filter((mail) => mail.to.some((to) => to.includes(address)))
    .map((mail) => ({ where: `mail "${mail.subject}"`, text: JSON.stringify(mail) }));
