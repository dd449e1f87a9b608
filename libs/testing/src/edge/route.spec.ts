import { describe, expect, it } from '@jest/globals';
import { routeOf } from './route';

describe('the one origin', () => {
  it.each([
    ['/api/identity/me', 'identity'],
    ['/api/projects', 'projects'],
    ['/api/projects?limit=1', 'projects'],
    ['/api/portal/01a1ff88/live', 'portal-gateway'],
    ['/portal/01a1ff88?token=x', 'portal-gateway'],
    ['/portal', 'portal-gateway'],
    ['/request/alder-and-sons?embed', 'leads'],
    ['/', 'dashboard'],
    ['/projects/01a1ff88', 'dashboard'],
  ])('sends %s to %s', (url, owner) => expect(routeOf(url)).toBe(owner));

  it.each(['/api', '/api/', '/api/portals/x', '/api/portal-gateway/openapi.json', '/api/projectsx'])(
    'has nobody for %s',
    (url) => expect(routeOf(url)).toBe('nobody'),
  );

  it('does not mistake a page of the dashboard for the portal', () => expect(routeOf('/portalogue')).toBe('dashboard'));
});
