import { freePort, MailStore, startMailReceiver } from '@porchlight/testing';
import { join } from 'node:path';
import type { Running } from '../running';
import type { Settings } from '../settings';
import { startMailPages } from './mail-pages';

/** The mail catcher with its page, or the given mail server. Gives the URL to send to. */
export const prepareMail = async (settings: Settings, running: Running): Promise<string> => {
  if (settings.given.smtp) return settings.given.smtp;
  const store = new MailStore(join(settings.data, 'mail'));
  await store.load();
  const receiver = await startMailReceiver({ store, port: await freePort() });
  const stopPages = await startMailPages(store, settings.mailPort, join(settings.root, 'tools/local/mail/page'));
  running.onStop(async () => {
    await Promise.all([receiver.stop(), stopPages()]);
  });
  return receiver.url;
};
