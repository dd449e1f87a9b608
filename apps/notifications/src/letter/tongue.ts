import type { localeSchema } from '@porchlight/contracts';
import type { z } from 'zod';

type Locale = z.infer<typeof localeSchema>;

const tongues = ['en'] as const satisfies readonly Locale[];
/** A language that mails are written in. */
export type Tongue = (typeof tongues)[number];

/** Words that are there in each of them: a language added to the list is missed by the compiler wherever it is not spoken. */
export type InEachTongue<Words> = Readonly<Record<Tongue, Words>>;

/** The reader's language where mails are written in it, else English. */
export const tongueOf = (locale: Locale): Tongue => tongues.find((tongue) => tongue === locale) ?? 'en';
