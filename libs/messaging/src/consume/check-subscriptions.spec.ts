import { describe, expect, it } from '@jest/globals';
import { eventCatalogue, services } from '@porchlight/contracts';
import { checkSubscriptions } from './check-subscriptions';

describe('the subscriptions of a service', () => {
  it.each(services)('are accepted when they are those of the catalogue: %s', (service) => {
    const due = eventCatalogue.filter((event) => event.consumers.includes(service)).map((event) => event.type);
    expect(() => checkSubscriptions(service, due, [])).not.toThrow();
  });

  const due = ['identity.company.changed.v1', 'identity.membership.changed.v1', 'projects.project.changed.v1'];

  it('are refused with a handler missing, with every fault named', () => {
    expect(() => checkSubscriptions('leads', due.slice(2), [])).toThrow(
      /nothing applies identity\.company\.changed\.v1; nothing applies identity\.membership\.changed\.v1/,
    );
  });

  it('are refused with a handler doubled', () => {
    expect(() => checkSubscriptions('leads', [...due, ...due.slice(0, 1)], [])).toThrow(
      'identity.company.changed.v1 is applied twice',
    );
  });

  it('are refused with a handler for what does not come here', () => {
    expect(() => checkSubscriptions('leads', [...due, 'projects.task.changed.v1'], [])).toThrow('does not list leads');
    expect(() => checkSubscriptions('leads', due, ['projects.task.changed.v1'])).toThrow('does not come here');
  });
});
