import type { Bound } from '@porchlight/platform';
import type { Config } from '../config';

const minute = 60;
const quarter = 15 * minute;
const hour = 60 * minute;

/** Everything that is bounded, each with what one bucket of it stands for. */
export const boundsOf = (config: Config) =>
  ({
    /** An account, or an address without one; tried from devices it does not know. */
    sign_in_strangers: { points: config.LIMIT_SIGN_IN_STRANGERS, seconds: hour },
    /** A client address. */
    sign_in_address: { points: config.LIMIT_SIGN_IN_ADDRESS, seconds: quarter },
    /** A device that the account knows. */
    sign_in_device: { points: config.LIMIT_SIGN_IN_DEVICE, seconds: quarter },
    /** A signed-in person. */
    own_password: { points: config.LIMIT_OWN_PASSWORD, seconds: quarter },
    /** A client address. */
    registration: { points: config.LIMIT_REGISTRATIONS, seconds: hour },
    /** A client address. */
    reset: { points: config.LIMIT_RESETS, seconds: hour },
    /** An e-mail address. The hour is no longer than a reset is good: whoever floods somebody leaves them a good link. */
    reset_mail: { points: config.LIMIT_MAILS, seconds: hour },
    reset_mail_pause: { points: 1, seconds: minute },
    /** A person and an e-mail address: what somebody asks for keeps nobody else from confirming theirs. */
    confirmation_mail: { points: config.LIMIT_MAILS, seconds: hour },
    confirmation_mail_pause: { points: 1, seconds: minute },
    /** A client address. */
    link: { points: config.LIMIT_LINKS, seconds: quarter },
    /** A share link, or a customer's part in a project. */
    link_mail: { points: config.LIMIT_LINK_MAILS, seconds: 24 * hour },
    /** A company. */
    invitation: { points: config.LIMIT_INVITATIONS, seconds: hour },
  }) as const satisfies Record<string, Bound>;

export type BoundName = keyof ReturnType<typeof boundsOf>;
