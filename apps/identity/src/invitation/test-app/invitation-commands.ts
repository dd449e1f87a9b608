import { expect } from '@jest/globals';
import type { Reply } from '@porchlight/testing';
import fc from 'fast-check';
import type { Answer, InvitationModel, Visitor, Words } from './invitation-model';
import type { RealInvitation } from './real-invitation';

type Step = fc.AsyncCommand<InvitationModel, RealInvitation>;

const answerOf = ({ status, body }: Reply): Answer => (status < 400 ? [status] : [status, body.code]);

/** Something that somebody asks of both, and that both answer alike. */
const asked = (
  name: string,
  possible: (model: InvitationModel) => boolean,
  ofReal: (real: RealInvitation, model: InvitationModel) => Promise<Reply>,
  ofModel: (model: InvitationModel) => Answer,
): Step => ({
  check: possible,
  run: async (model, real) => {
    const reply = await ofReal(real, model);
    expect({ [name]: answerOf(reply) }).toEqual({ [name]: ofModel(model) });
    await real.expectToBe(model);
  },
  toString: () => name,
});

/** Time that passes for both. */
const passing = (
  name: string,
  possible: (model: InvitationModel) => boolean,
  inReal: (real: RealInvitation) => Promise<void>,
  inModel: (model: InvitationModel) => void,
): Step => ({
  check: possible,
  run: async (model, real) => {
    await inReal(real);
    inModel(model);
    await real.expectToBe(model);
  },
  toString: () => name,
});

const exists = (model: InvitationModel): boolean => model.exists;

/** The newest link, or with `back` one that many mails before it, as far as there are so many. */
const generationOf = ({ generation }: InvitationModel, back: number): number => Math.max(1, generation - back);
const linkName = (back: number): string => (back === 0 ? 'the newest link' : `a link ${back} mails old`);

const invites = (words: Words): Step =>
  asked(
    `invite as ${words.role} saying "${words.message}"`,
    () => true,
    (real) => real.invite(words),
    (model) => model.invite(words),
  );

const accepts = (back: number, visitor: Visitor): Step =>
  asked(
    `${visitor} accepts by ${linkName(back)}`,
    (model) => exists(model) && (visitor !== 'invited' || model.hasAccount),
    (real, model) => real.accept(generationOf(model, back), visitor, model),
    (model) => model.accept(generationOf(model, back), visitor),
  );

const inspects = (back: number): Step =>
  asked(
    `look at ${linkName(back)}`,
    exists,
    (real, model) => real.inspect(generationOf(model, back), model),
    (model) => model.inspect(generationOf(model, back)),
  );

const opens = (back: number): Step =>
  asked(
    `touch the page of ${linkName(back)}`,
    exists,
    (real, model) => real.open(generationOf(model, back)),
    (model) => model.open(generationOf(model, back)),
  );

const renews = (back: number): Step =>
  asked(
    `renew by ${linkName(back)}`,
    exists,
    (real, model) => real.renew(generationOf(model, back)),
    (model) => model.renew(generationOf(model, back)),
  );

const resend = asked(
  'resend',
  exists,
  (real) => real.resend(),
  (model) => model.resend(),
);
const cancel = asked(
  'cancel',
  exists,
  (real) => real.cancel(),
  (model) => model.cancel(),
);
const removeMember = asked(
  'remove the member',
  (model) => model.isMember,
  (real) => real.removeMember(),
  (model) => model.removeMember(),
);
const expires = passing(
  'seven days pass',
  (model) => model.status === 'pending',
  (real) => real.expire(),
  (model) => model.expire(),
);
const tenMinutesPass = passing(
  'ten minutes pass',
  (model) => model.renewed,
  (real) => real.tenMinutesPass(),
  (model) => model.tenMinutesPass(),
);

const back = fc.constantFrom(0, 0, 1, 2);
const words = fc.record({
  role: fc.constantFrom<Words['role'][]>('subcontractor', 'customer'),
  message: fc.constantFrom('', 'Welcome!'),
});

/** Every step there is; those that move on stand more than once, or most runs would end early. */
export const invitationSteps = [
  words.map(invites),
  words.map(invites),
  fc.tuple(back, fc.constantFrom<Visitor[]>('nobody', 'nobody', 'invited', 'stranger')).map(([b, v]) => accepts(b, v)),
  fc.tuple(fc.constant(0), fc.constantFrom<Visitor[]>('nobody', 'invited')).map(([b, v]) => accepts(b, v)),
  back.map(inspects),
  back.map(opens),
  back.map(renews),
  fc.constant(resend),
  fc.constant(cancel),
  fc.constant(expires),
  fc.constant(tenMinutesPass),
  fc.constant(removeMember),
  fc.constant(removeMember),
];
