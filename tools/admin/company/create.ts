import { registerCompanySchema } from '@porchlight/contracts';
import { CapabilityTokens } from '@porchlight/platform';
import { z } from 'zod';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { inServiceOf } from '../messages/services';
import { companySettings } from '../settings';
import { makeCompany, type Founding } from './new-company';

const text = { type: 'string' } as const;
const options = { owner: text, name: text, 'time-zone': text, locale: text, currency: text, days: text };

const daysSchema = z.coerce.number({ error: '--days takes a number' }).int().min(1).max(90).default(7);

const foundingIn = (
  companyName: string | undefined,
  values: Partial<Record<keyof typeof options, string>>,
): Founding => {
  const { owner, name, 'time-zone': timeZone, locale, currency } = values;
  if (!companyName || !owner || !name) throw new UsageError('give the name of the company, --owner and --name');
  const parsed = registerCompanySchema
    .omit({ password: true })
    .safeParse({ companyName, name, email: owner, timeZone, locale, currency });
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
};

export const companyCreate: Command = {
  name: 'company create',
  takes:
    '<company> --owner <e-mail> --name <owner’s name> [--time-zone <zone>] [--locale en|es] [--currency <code>] [--days <n>]',
  says: 'makes a company and its owner, also where REGISTRATION=closed, and prints the link by which they choose their password, once, within 7 days. Hand it to them and to nobody else',
  prints: true,
  async run(args, say, print) {
    const { values, words } = readArguments(args, options, 1);
    const founding = foundingIn(words[0], values);
    const days = daysSchema.safeParse(values.days);
    if (!days.success) throw new UsageError('--days takes a number from 1 to 90');
    const { databaseUrl, tokenKeys, origin } = companySettings();
    const tokens = new CapabilityTokens(tokenKeys, 'password-reset');
    const id = await connected(databaseUrl, (client) =>
      inServiceOf(client, 'identity', () => makeCompany(client, founding, days.data)),
    );
    say(`${founding.companyName} is there, and belongs to ${founding.email}, who signs in once they opened this:`);
    print(`${origin}/reset-password#${tokens.mint({ id, generation: 1 })}`);
  },
};
