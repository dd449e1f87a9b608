import type { Bound } from '@porchlight/platform';
import type { Config } from '../config';

const minute = 60;
const hour = 60 * minute;

/** Everything that is bounded, each with what one bucket of it stands for. */
export const boundsOf = (config: Config) =>
  ({
    /** A client address: sendings of public forms. */
    capture_address: { points: config.LIMIT_CAPTURE_ADDRESS, seconds: 10 * minute },
    /** A company: sendings of its public form. */
    capture_company: { points: config.LIMIT_CAPTURE_COMPANY, seconds: hour },
    /** A company: pieces of files of leads, looked at or taken; one has 200 rows at most. */
    import: { points: config.LIMIT_IMPORTS, seconds: hour },
    /** A company: files and pictures. */
    upload: { points: config.LIMIT_UPLOADS, seconds: hour },
  }) as const satisfies Record<string, Bound>;

export type BoundName = keyof ReturnType<typeof boundsOf>;
