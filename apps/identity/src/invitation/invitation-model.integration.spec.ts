import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';
import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { tokenKeys } from '../account/test-app/mailed-links';
import { invitationSteps } from './test-app/invitation-commands';
import { InvitationModel } from './test-app/invitation-model';
import { RealInvitation } from './test-app/real-invitation';
import { newSite } from './test-app/site';

const numRuns = 15;
const maxCommands = 20;

describe('an invitation, whatever is done with it and in whichever order', () => {
  let system: System;
  beforeAll(async () => {
    const unbounded = { LIMIT_INVITATIONS: '100000', LIMIT_LINKS: '100000' };
    system = await startSystem({
      // The gateway, as removing a customer waits for its word.
      services: ['identity', 'projects', 'portal-gateway'],
      env: { identity: { TOKEN_KEYS: tokenKeys, ...unbounded } },
    });
  });
  afterAll(() => system.stop());

  it('is and answers over HTTP as the model says', async () => {
    const at = await newSite(system);
    const seed = randomInt(2 ** 31);
    let steps = 0;
    const commands = fc.commands(invitationSteps, { maxCommands, size: 'max' });
    process.stdout.write(`invitation model: seed ${seed}, ${numRuns} runs\n`);
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        await fc.asyncModelRun(() => ({ model: new InvitationModel(), real: new RealInvitation(at) }), sequence);
        steps += [...sequence].length;
      }),
      { seed, numRuns },
    );
    process.stdout.write(`invitation model: ${steps} steps\n`);
  });
});
