import type { localeSchema } from '@porchlight/contracts';
import type { z } from 'zod';

/** A language that mails are written in: every one that a company can have. */
export type Tongue = z.infer<typeof localeSchema>;

/** Words that are there in each of them: a language added to the list is missed by the compiler wherever it is not spoken. */
export type InEachTongue<Words> = Readonly<Record<Tongue, Words>>;
