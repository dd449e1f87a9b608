import type { ServiceName } from '@porchlight/contracts';

const byPrefix: readonly (readonly [string, ServiceName])[] = [
  ['/api/identity', 'identity'],
  ['/api/projects', 'projects'],
  ['/api/leads', 'leads'],
  ['/request', 'leads'],
  ['/api/notifications', 'notifications'],
  ['/api/portal', 'portal-gateway'],
  ['/portal', 'portal-gateway'],
];

/** Who answers for a path of the one origin: a service, the dashboard's files, or nobody. */
export const routeOf = (url: string): ServiceName | 'dashboard' | 'nobody' => {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const found = byPrefix.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  if (found) return found[1];
  return path === '/api' || path.startsWith('/api/') ? 'nobody' : 'dashboard';
};
