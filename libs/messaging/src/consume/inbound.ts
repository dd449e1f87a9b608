import { envelopeSchema, type Envelope } from '@porchlight/contracts';
import { Unprocessable } from './unprocessable';

/** The envelope in a message's bytes. Throws `Unprocessable` where there is none, or one of another subject. */
export const readEnvelope = (subject: string, body: string): Envelope => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new Unprocessable('it is not JSON');
  }
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) throw new Unprocessable('it is not in an envelope');
  if (parsed.data.type !== subject) throw new Unprocessable(`its envelope says ${parsed.data.type}`);
  return parsed.data;
};
